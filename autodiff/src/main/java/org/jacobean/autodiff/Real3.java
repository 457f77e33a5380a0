package org.jacobean.autodiff;

/** A real function of three real variables. */
@FunctionalInterface
public interface Real3 extends Objective3<Double, Double, Double> {
  double apply(double x1, double x2, double x3);

  @Override
  default double apply(Double x1, Double x2, Double x3) {
    return apply(x1.doubleValue(), x2.doubleValue(), x3.doubleValue());
  }
}
