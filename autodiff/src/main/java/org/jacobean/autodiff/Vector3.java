package org.jacobean.autodiff;

import java.io.Serializable;

/** A function of three real variables whose result is made of numbers: an array, a record. */
@FunctionalInterface
public interface Vector3<R> extends Serializable {
  R apply(double x1, double x2, double x3);
}
