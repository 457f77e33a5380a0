package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 5 parameters of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective5<A, B, C, D, E> extends Serializable {
  double apply(A a, B b, C c, D d, E e);
}
