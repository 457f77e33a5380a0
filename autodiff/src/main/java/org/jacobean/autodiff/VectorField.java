package org.jacobean.autodiff;

/** A function from vectors to vectors; seen as a curve, it takes vectors of one component. */
@FunctionalInterface
public interface VectorField extends Curve {
  double[] apply(double[] x);

  @Override
  default double[] apply(double t) {
    return apply(new double[] {t});
  }
}
