package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 1 parameter of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective1<A> extends Serializable {
  double apply(A a);
}
