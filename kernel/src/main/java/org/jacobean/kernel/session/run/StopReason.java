package org.jacobean.kernel.session.run;

/**
 * Why a cell is stopped, as its user reads it.
 *
 * @param name what the error is called
 */
public record StopReason(String name, String message) {
  /** Somebody pressed the button. */
  public static final StopReason ASKED = new StopReason("InterruptedException", "interrupted");

  /** The cell keeps more than the heap has room for. */
  public static StopReason heapFull(String message) {
    return new StopReason("OutOfMemoryError", message);
  }
}
