package org.jacobean.autodiff;

/** A real function of two real variables. */
@FunctionalInterface
public interface Real2 extends Objective2<Double, Double> {
  double apply(double x1, double x2);

  @Override
  default double apply(Double x1, Double x2) {
    return apply(x1.doubleValue(), x2.doubleValue());
  }
}
