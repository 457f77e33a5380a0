package org.jacobean.autodiff;

/** A real function of a vector. */
@FunctionalInterface
public interface ScalarField extends Objective1<double[]> {
  @Override
  double apply(double[] x);
}
