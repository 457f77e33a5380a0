package org.jacobean.autodiff;

/** The sum of the second partial derivatives by each variable. */
public final class Laplacian {
  private final Hessian hessian;

  Laplacian(Hessian hessian) {
    this.hessian = hessian;
  }

  public double at(double... x) {
    return hessian.trace(x);
  }

  @Override
  public String toString() {
    return "a Laplacian; at(…) gives it at a point";
  }
}
