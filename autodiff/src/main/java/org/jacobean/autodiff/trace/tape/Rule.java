package org.jacobean.autodiff.trace.tape;

/** The local partial of a function of one number, from its argument and its result. */
@FunctionalInterface
public interface Rule {
  double partial(double argument, double result);
}
