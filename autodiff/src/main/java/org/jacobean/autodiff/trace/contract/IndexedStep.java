package org.jacobean.autodiff.trace.contract;

import java.io.Serializable;

/**
 * One step of a long loop: the next state from the step's number, counted from 0, and the state.
 */
@FunctionalInterface
public interface IndexedStep extends Serializable {
  double[] apply(int step, double[] state);
}
