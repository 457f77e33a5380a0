package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 6 parameters of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective6<A, B, C, D, E, F> extends Serializable {
  double apply(A a, B b, C c, D d, E e, F f);
}
