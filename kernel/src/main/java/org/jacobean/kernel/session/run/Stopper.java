package org.jacobean.kernel.session.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jacobean.kernel.session.load.Interrupts;
import org.jacobean.kernel.session.load.StopTarget;
import org.jspecify.annotations.Nullable;

/**
 * Stops one cell: its checks throw until it is gone, its thread is interrupted again and again, so
 * that neither {@code catch (Throwable)} nor a swallowed interrupt saves it. After a while the cell
 * is abandoned, and watched: should it come back from where it could not be reached, it ends.
 */
final class Stopper extends Thread {
  private static final long PATIENCE = 130;
  private static final long LONG_PATIENCE = 1000;
  private static final long BEAT = 10;
  private static final long DEADLINE = 150;
  private static final long WATCH = 200;
  private static final long UNWINDING = 5000;
  private static final long POOL_PATIENCE = 1000;

  private final CellRun<?> run;
  private final Thread victim;
  private final StopTarget target;
  private @Nullable Watched watched;
  private volatile StackTraceElement[] seen = {};
  private volatile boolean pool = true;
  private volatile boolean armed;

  Stopper(CellRun<?> run, Thread victim) {
    super("stop a cell");
    this.run = run;
    this.victim = victim;
    this.target =
        new StopTarget(victim) {
          @Override
          protected boolean includes(Thread thread) {
            return isTarget(thread);
          }
        };
    setDaemon(true);
  }

  private boolean isTarget(Thread thread) {
    return (thread == victim && !run.finished())
        || (pool
            && thread instanceof ForkJoinWorkerThread worker
            && worker.getPool() == ForkJoinPool.commonPool());
  }

  private synchronized void arm(boolean on) {
    if (on && !armed && !run.finished()) {
      Interrupts.arm(target);
      armed = true;
    } else if (!on && armed) {
      Interrupts.disarm(target);
      armed = false;
    }
  }

  /** Called on the cell's thread as it ends: nothing of it may be hit afterwards. */
  void cellEnded() {
    interrupt();
  }

  @Override
  public void run() {
    Thread deadline = new Thread(this::giveUpInTime, "stop a cell: deadline");
    deadline.setDaemon(true);
    deadline.start();
    try {
      arm(true);
      long start = System.nanoTime();
      while (run.interruptThread() && !run.isGivenUp()) {
        if (millisSince(start) >= PATIENCE) {
          look();
        }
        pause(BEAT);
      }
      if (!run.finished()) {
        pool = false;
        watch();
      }
      settlePool();
    } finally {
      arm(false);
    }
  }

  /** Code that has checks will come to one, on a busy machine perhaps late. */
  private void look() {
    if (!target.isMet()) {
      seen = watched().stack();
      if (isOutOfReach(seen)) {
        run.abandon(seen);
      }
    }
  }

  /**
   * The last word, by a thread that asks the cell's for nothing: in a long intrinsic that one gives
   * not even its stack, and asking for it waits as long. Until a check has met the cell, time
   * counts that its thread had a processor for, so that a busy machine is not taken for a cell that
   * cannot be stopped.
   */
  private void giveUpInTime() {
    long start = System.nanoTime();
    long before = watched().millis();
    while (!run.isGivenUp()
        && millisSince(start) < LONG_PATIENCE
        && (target.isMet() ? millisSince(start) : watched().millis() - before) < DEADLINE) {
      pause(BEAT);
    }
    run.abandon(target.isMet() ? target.place() : seen);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static void pause(long millis) {
    try {
      sleep(millis);
    } catch (InterruptedException early) {
      // the cell ended: look again
    }
  }

  /** Armed only while the thread is in code that has checks, since being armed slows all loops. */
  private void watch() {
    long start = System.nanoTime();
    while (!run.finished()) {
      boolean unwinding = target.isMet() && millisSince(start) < UNWINDING;
      arm(unwinding || isInCells());
      pause(WATCH);
    }
  }

  /** Made when first wanted: most cells stop before, and management classes take long to load. */
  private synchronized Watched watched() {
    Watched made = watched == null ? new Watched(victim) : watched;
    watched = made;
    return made;
  }

  private boolean isInCells() {
    StackTraceElement[] stack = watched().stack();
    return stack.length > 0 && !isOutOfReach(stack);
  }

  private static boolean isOutOfReach(StackTraceElement[] stack) {
    return stack.length > 0 && "java.base".equals(stack[0].getModuleName());
  }

  /** Workers of a parallel stream may still be at the cell's lambdas. */
  private void settlePool() {
    long start = System.nanoTime();
    while (armed
        && ForkJoinPool.commonPool().getActiveThreadCount() > 0
        && millisSince(start) < POOL_PATIENCE) {
      pause(BEAT);
    }
  }
}
