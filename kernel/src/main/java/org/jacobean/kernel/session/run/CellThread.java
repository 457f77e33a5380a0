package org.jacobean.kernel.session.run;

import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A thread that runs one cell after another, so that thread-locals last from cell to cell. */
final class CellThread extends Thread {
  /**
   * Deep recursion is ordinary in lessons; the default of 1 MB overflows at a few thousand calls.
   * What is deeper takes longer to unwind than a stop may.
   */
  private static final long STACK = 2L << 20;

  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final CellThreads owner;
  private @Nullable CellRun<?> current;
  private boolean ended;

  CellThread(CellThreads owner, ClassLoader context) {
    super(null, null, "cells", STACK, false);
    this.owner = owner;
    setContextClassLoader(context);
    setDaemon(true);
    super.start();
  }

  boolean belongsTo(@Nullable CellThreads threads) {
    return owner == threads;
  }

  void start(CellRun<?> run) {
    work.add(
        () -> {
          current = run;
          run.run();
          current = null;
        });
  }

  /** The run this thread is at; asked by the thread itself. */
  @Nullable CellRun<?> current() {
    return current;
  }

  void end() {
    work.add(this::stopWorking);
  }

  private void stopWorking() {
    ended = true;
  }

  @Override
  public void run() {
    while (!ended) {
      try {
        work.take().run();
      } catch (InterruptedException late) {
        // a stop that came after its cell had ended
      }
    }
  }
}
