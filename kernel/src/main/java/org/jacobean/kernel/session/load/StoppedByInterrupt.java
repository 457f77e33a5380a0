package org.jacobean.kernel.session.load;

import org.jspecify.annotations.Nullable;

/**
 * Ends the code of a cell that is being stopped; thrown again at each loop and call until it is
 * gone. Only the first one of a stop walks the stack: where a recursion calls itself in {@code
 * finally} there are hundreds of thousands.
 */
public final class StoppedByInterrupt extends Error {
  private static final long serialVersionUID = 1L;

  /** Who knows the place in the code for this one. */
  @Nullable Throwable origin;

  private StoppedByInterrupt(boolean here, @Nullable Throwable origin) {
    super("interrupted", null, true, here);
    this.origin = origin;
  }

  /** One that knows where it was made. */
  static StoppedByInterrupt here() {
    return new StoppedByInterrupt(true, null);
  }

  /** One for the place of another, or for one that is still to come. */
  static StoppedByInterrupt like(@Nullable Throwable origin) {
    return new StoppedByInterrupt(false, origin);
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    Throwable known = origin;
    return known == null ? super.getStackTrace() : known.getStackTrace();
  }
}
