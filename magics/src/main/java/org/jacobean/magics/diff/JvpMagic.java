package org.jacobean.magics.diff;

import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Jvp;
import org.jacobean.kernel.extend.MagicSpec;

/** {@code %jvp}: Jacobian times vector. */
public final class JvpMagic extends ProductMagic {
  @Override
  public MagicSpec spec() {
    return spec(
        "jvp",
        "Shows the Jacobian times a vector: how the results change when the variables move along it.",
        "%jvp F(1, 2) along (1, 0)",
        "One forward sweep, whatever the number of results. The result is a `ProductResult`: `vector()`, `toTable()`.");
  }

  @Override
  String title() {
    return "J·v";
  }

  @Override
  int length(Flat at) {
    return at.point().length;
  }

  @Override
  List<String> names(Flat at, int length) {
    return results(at, length);
  }

  @Override
  Product product(Flat at, double[] along) {
    Jvp jvp = Diff.jvp(at.target());
    return new Product(jvp.at(at.point(), along), "one forward sweep", tier(jvp.explain()));
  }
}
