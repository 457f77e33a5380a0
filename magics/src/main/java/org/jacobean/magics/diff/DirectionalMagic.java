package org.jacobean.magics.diff;

import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.DirectionalDerivative;
import org.jacobean.kernel.extend.MagicSpec;

/** {@code %directional}: the derivative along a direction. */
public final class DirectionalMagic extends ProductMagic {
  @Override
  public MagicSpec spec() {
    return spec(
        "directional",
        "Shows the rate at which a function changes along a direction.",
        "%directional f(1, 2) along (1, 1)",
        "Gradient times direction. The direction is taken as it is: for the slope per unit of length give it length 1.");
  }

  @Override
  String title() {
    return "Directional derivative";
  }

  @Override
  int length(Flat at) {
    return at.point().length;
  }

  @Override
  List<String> names(Flat at, int length) {
    return List.of(Naming.symbol(at.subject()));
  }

  @Override
  Product product(Flat at, double[] along) {
    DirectionalDerivative derivative = Diff.directional(at.target());
    double[] rate = {derivative.at(at.point(), along)};
    return new Product(rate, "one forward sweep", tier(derivative.explain()));
  }
}
