package org.jacobean.autodiff.graph;

/**
 * Something a reader of the derivative should know.
 *
 * @param message a whole sentence with the place and the convention used
 */
public record Finding(Kind kind, String message, Place place) {

  public enum Kind {
    /** An equality test on a value that depends on inputs chose a branch. */
    EQUALITY_DECIDES,
    /** The function has a corner, a jump or a pole at the point. */
    NOT_DIFFERENTIABLE,
    /** A branch was chosen exactly at its border. */
    BORDER,
    /** A value was made a whole number, and the derivative with it 0. */
    ROUNDED,
    /** NaN or infinity arose here first. */
    NOT_FINITE
  }
}
