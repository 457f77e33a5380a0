package org.jacobean.autodiff;

import java.io.Serializable;

/** A vector that depends on one real variable. */
@FunctionalInterface
public interface Curve extends Serializable {
  double[] apply(double t);
}
