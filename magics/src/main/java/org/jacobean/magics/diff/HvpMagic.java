package org.jacobean.magics.diff;

import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Hvp;
import org.jacobean.kernel.extend.MagicSpec;

/** {@code %hvp}: Hessian times vector. */
public final class HvpMagic extends ProductMagic {
  @Override
  public MagicSpec spec() {
    return spec(
        "hvp",
        "Shows the Hessian times a vector, without making the Hessian.",
        "%hvp f(1, 2) along (1, 0)",
        "A forward sweep over the reverse one: as dear as a few gradients, however many variables there are.");
  }

  @Override
  String title() {
    return "H·v";
  }

  @Override
  int length(Flat at) {
    return at.point().length;
  }

  @Override
  Product product(Flat at, double[] along) {
    Hvp hvp = Diff.hvp(at.target());
    String mode = "a forward sweep over a reverse one";
    return new Product(hvp.at(at.point(), along), mode, tier(hvp.explain()));
  }
}
