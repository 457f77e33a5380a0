package org.jacobean.autodiff.trace.rewrite;

/** What tracing does with a call into the JDK. */
public enum Treatment {
  /** A method of the library stands for it. */
  RULE,
  /** It keeps, passes or gives back doubles without looking at them. */
  MOVE,
  /** It takes no doubles: what it gives is a constant. */
  CONSTANT,
  /** It is refused when one of its doubles is active. */
  REFUSED
}
