package org.jacobean.autodiff.trace.contract;

import java.io.Serializable;

/** One step of a long loop: the next state from the present one. */
@FunctionalInterface
public interface Step extends Serializable {
  double[] apply(double[] state);
}
