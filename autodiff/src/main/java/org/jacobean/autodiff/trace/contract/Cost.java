package org.jacobean.autodiff.trace.contract;

import java.io.Serializable;

/** A cost to be made least over z. */
@FunctionalInterface
public interface Cost extends Serializable {
  double apply(double[] z);
}
