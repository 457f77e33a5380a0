package org.jacobean.autodiff;

/** A real function of one real variable. */
@FunctionalInterface
public interface Real1 extends Objective1<Double> {
  double apply(double x);

  @Override
  default double apply(Double x) {
    return apply(x.doubleValue());
  }
}
