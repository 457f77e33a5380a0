package org.jacobean.magics.diff;

import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Vjp;
import org.jacobean.kernel.extend.MagicSpec;

/** {@code %vjp}: vector times Jacobian. */
public final class VjpMagic extends ProductMagic {
  @Override
  public MagicSpec spec() {
    return spec(
        "vjp",
        "Shows a vector times the Jacobian: the gradient of the results weighed by it.",
        "%vjp F(1, 2) along (1, 0, 0)",
        "One reverse sweep, whatever the number of variables. The vector has a number for each result.");
  }

  @Override
  String title() {
    return "vᵀ·J";
  }

  @Override
  int length(Flat at) {
    return at.values(at.point()).length;
  }

  @Override
  Product product(Flat at, double[] along) {
    Vjp vjp = Diff.vjp(at.target());
    return new Product(vjp.at(at.point(), along), "one reverse sweep", tier(vjp.explain()));
  }
}
