package org.jacobean.autodiff;

import java.io.Serializable;

/** A function of two things made of numbers to another: arrays, records. */
@FunctionalInterface
public interface Mapping2<A, B, R> extends Serializable {
  R apply(A a, B b);
}
