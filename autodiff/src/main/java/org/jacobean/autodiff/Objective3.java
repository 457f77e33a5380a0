package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 3 parameters of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective3<A, B, C> extends Serializable {
  double apply(A a, B b, C c);
}
