package org.jacobean.autodiff;

/** A real function of five real variables. */
@FunctionalInterface
public interface Real5 extends Objective5<Double, Double, Double, Double, Double> {
  double apply(double x1, double x2, double x3, double x4, double x5);

  @Override
  default double apply(Double x1, Double x2, Double x3, Double x4, Double x5) {
    return apply(
        x1.doubleValue(), x2.doubleValue(), x3.doubleValue(), x4.doubleValue(), x5.doubleValue());
  }
}
