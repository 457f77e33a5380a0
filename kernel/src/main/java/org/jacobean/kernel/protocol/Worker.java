package org.jacobean.kernel.protocol;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jacobean.kernel.wire.Log;
import org.jspecify.annotations.Nullable;

/** A thread that does what it is given, in order; started when there is first something to do. */
final class Worker {
  private final String name;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;

  Worker(String name) {
    this.name = name;
  }

  void submit(Runnable task) {
    tasks.add(task);
    synchronized (this) {
      if (thread == null) {
        // Inherits no cell's context, whoever asks first.
        thread = new Thread(null, this::run, name, 0, false);
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private void run() {
    while (true) {
      try {
        tasks.take().run();
      } catch (InterruptedException | OutOfMemoryError e) {
        Thread.interrupted(); // nobody but us may end this thread
      } catch (RuntimeException | Error e) {
        Log.warn("The thread " + name + " goes on", e);
      }
    }
  }
}
