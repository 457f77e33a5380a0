package org.jacobean.kernel.io;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread's output belongs to: the one that started the thread, however late it speaks.
 * Threads that belong to no cell, among them those of the common pool that all cells share, speak
 * for the cell that started last.
 */
public final class Outputs {
  private final InheritableThreadLocal<@Nullable CellOutput> own = new InheritableThreadLocal<>();
  private volatile @Nullable CellOutput latest;

  /** This thread, and those it starts, now speak for a cell. */
  public void enter(CellOutput output) {
    own.set(output);
    latest = output;
  }

  /** This thread speaks for no cell any more. */
  public void leave() {
    own.remove();
  }

  /** The output of the cell this thread belongs to; null before the first cell. */
  public @Nullable CellOutput current() {
    CellOutput mine = own.get();
    return mine == null || isShared(Thread.currentThread()) ? latest : mine;
  }

  private static boolean isShared(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }
}
