package org.jacobean.kernel.session.load;

/** Ends the code of a cell that is being stopped; thrown again at each loop until it is gone. */
public final class StoppedByInterrupt extends Error {
  private static final long serialVersionUID = 1L;

  StoppedByInterrupt() {
    super("interrupted");
  }
}
