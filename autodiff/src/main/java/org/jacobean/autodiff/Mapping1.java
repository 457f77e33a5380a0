package org.jacobean.autodiff;

import java.io.Serializable;

/** A function of one thing made of numbers to another: arrays, records. */
@FunctionalInterface
public interface Mapping1<A, R> extends Serializable {
  R apply(A a);
}
