package org.jacobean.autodiff;

import java.io.Serializable;

/** A real function of 2 parameters of any types: numbers, arrays, records, objects. */
@FunctionalInterface
public interface Objective2<A, B> extends Serializable {
  double apply(A a, B b);
}
