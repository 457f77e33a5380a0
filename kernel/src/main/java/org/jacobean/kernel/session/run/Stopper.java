package org.jacobean.kernel.session.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;
import org.jacobean.kernel.session.load.Interrupts;

/**
 * Stops one cell: its checks throw until it is gone, its thread is interrupted again and again, so
 * that neither {@code catch (Throwable)} nor a swallowed interrupt saves it. After a while the cell
 * is abandoned, and watched: should it come back from where it could not be reached, it ends.
 */
final class Stopper extends Thread {
  private static final long PATIENCE = 130;
  private static final long LONG_PATIENCE = 1000;
  private static final long BEAT = 10;
  private static final long DEADLINE = 170;
  private static final long WATCH = 200;
  private static final long POOL_PATIENCE = 1000;

  private final CellRun<?> run;
  private final Thread victim;
  private final Predicate<Thread> target = this::isTarget;
  private volatile boolean pool = true;
  private volatile boolean armed;
  private volatile boolean reachable;

  Stopper(CellRun<?> run, Thread victim) {
    super("stop a cell");
    this.run = run;
    this.victim = victim;
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
    Thread deadline = new Thread(this::giveUpUnseen, "stop a cell: deadline");
    deadline.setDaemon(true);
    deadline.start();
    try {
      long start = System.nanoTime();
      reachable = isInCells(); // on a busy machine arming alone may take long
      arm(true);
      while (run.interruptThread() && millisSince(start) < patience(start)) {
        pause(BEAT);
      }
      if (!run.finished()) {
        run.abandon(victim.getStackTrace());
        pool = false;
        watch();
      }
      settlePool();
    } finally {
      arm(false);
    }
  }

  /** Code that has checks will come to one, if the machine is busy perhaps late. */
  private long patience(long start) {
    if (millisSince(start) >= PATIENCE) {
      reachable = isInCells();
    }
    return reachable ? LONG_PATIENCE : PATIENCE;
  }

  /** In a long intrinsic a thread gives not even its stack, and asking for it waits as long. */
  private void giveUpUnseen() {
    pause(DEADLINE);
    if (!run.finished() && !reachable) {
      run.abandon(new StackTraceElement[0]);
    }
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
    while (!run.finished()) {
      arm(isInCells());
      pause(WATCH);
    }
  }

  private boolean isInCells() {
    StackTraceElement[] stack = victim.getStackTrace();
    return stack.length > 0 && !isOutOfReach(stack[0]);
  }

  private static boolean isOutOfReach(StackTraceElement frame) {
    return "java.base".equals(frame.getModuleName());
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
