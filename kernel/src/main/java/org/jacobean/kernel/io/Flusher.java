package org.jacobean.kernel.io;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Sends on, a moment later, what a cell printed that is still running. */
public final class Flusher {
  private static final long DELAY_NANOS = 25_000_000;

  private record Due(CellOutput output, long at) {}

  private final BlockingQueue<Due> waiting = new LinkedBlockingQueue<>();
  private boolean started;

  /** Output began to gather. */
  void due(CellOutput output) {
    waiting.add(new Due(output, System.nanoTime() + DELAY_NANOS));
    start();
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      Thread thread = new Thread(null, this::run, "jacobean-flusher", 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    while (true) {
      try {
        Due due = waiting.take();
        long left = due.at() - System.nanoTime();
        if (left > 0) {
          Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
        due.output().flush();
      } catch (InterruptedException | OutOfMemoryError e) {
        Thread.interrupted(); // nobody may stop this thread: printing depends on it
      }
    }
  }
}
