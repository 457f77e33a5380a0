package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 4 parameters of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective4<A, B, C, D> extends Serializable {
  double apply(A a, B b, C c, D d);
}
