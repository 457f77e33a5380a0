package org.jacobean.kernel.zmtp;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Memory kept back so that requests are still read and answered when a cell has filled the heap.
 * Given up at the first {@link OutOfMemoryError} and taken again when there is room.
 */
public final class Reserve {
  private static final int PIECE = (2 << 20) - 64; // with its header it fills whole G1 regions
  private static final int PIECES = 4;
  private static final long PLENTY = 8L * PIECES * PIECE;
  private static final int ATTEMPTS = 40;
  private static final long PAUSE_NANOS = 50_000_000;

  private volatile byte @Nullable [] @Nullable [] held;

  /** Takes the reserve, if there is plenty of room. */
  public void hold() {
    if (held != null || free() < PLENTY) {
      return;
    }
    try {
      held = new byte[PIECES][PIECE];
    } catch (OutOfMemoryError e) {
      held = null; // later, then
    }
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  public void release() {
    held = null;
  }

  /**
   * Runs a step again until the heap has room for it; the cell that filled it ends meanwhile.
   *
   * @return false when the heap stayed full for some seconds
   */
  public boolean insist(Runnable step) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        step.run();
        return true;
      } catch (OutOfMemoryError e) {
        release();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return false;
  }
}
