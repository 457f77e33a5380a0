package org.jacobean.autodiff;

import java.io.Serializable;

/** A function of two real variables whose result is made of numbers: an array, a record. */
@FunctionalInterface
public interface Vector2<R> extends Serializable {
  R apply(double x1, double x2);
}
