package org.jacobean.autodiff.trace.contract;

import java.io.Serializable;

/** Equations in unknowns z: as many residuals as unknowns, or the next iterate of a fixed point. */
@FunctionalInterface
public interface Equations extends Serializable {
  double[] apply(double[] z);
}
