package org.jacobean.autodiff;

import java.io.Serializable;

/** A function from vectors to vectors. */
@FunctionalInterface
public interface VectorField extends Serializable {
  double[] apply(double[] x);
}
