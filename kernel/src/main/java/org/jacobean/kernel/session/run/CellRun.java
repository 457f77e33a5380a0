package org.jacobean.kernel.session.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One body on its thread, from start to end, stop or abandonment. */
final class CellRun<T> implements Runnable {
  private final Callable<T> body;
  private final CellThread thread;
  private final Consumer<Thread> abandoned;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private @Nullable Stopper stopper;
  private @Nullable StopReason reason;
  private volatile boolean finished;
  private int shields;

  CellRun(Callable<T> body, CellThread thread, Consumer<Thread> abandoned) {
    this.body = body;
    this.thread = thread;
    this.abandoned = abandoned;
  }

  @Override
  public void run() {
    try {
      T value = body.call();
      finish();
      result.complete(value);
    } catch (Throwable failure) {
      finish();
      result.completeExceptionally(failure);
    }
  }

  private synchronized void finish() {
    finished = true;
    if (stopper != null) {
      stopper.cellEnded();
    }
    Thread.interrupted();
  }

  /** Whether the thread came back and can run the next cell. */
  boolean finished() {
    return finished;
  }

  /** Whether nobody waits for it any more. */
  boolean isGivenUp() {
    return result.isDone();
  }

  /** Why it is being stopped; null while it is not. */
  synchronized @Nullable StopReason stopping() {
    return reason;
  }

  T result() throws ExecutionException, InterruptedException {
    return result.get();
  }

  /** Begins to stop it; a second call changes nothing. */
  synchronized void stop(StopReason why) {
    if (!finished && stopper == null) {
      reason = why;
      stopper = new Stopper(this, thread);
      stopper.start();
    }
  }

  /** Interrupts the thread unless the body has ended: the next cell must not be hit. */
  synchronized boolean interruptThread() {
    if (!finished && shields == 0) {
      thread.interrupt();
    }
    return !finished;
  }

  /** Until {@link #unshield} the thread is not interrupted: it is in the compiler. */
  synchronized void shield() {
    shields++;
    Thread.interrupted();
  }

  synchronized void unshield() {
    shields--;
    if (stopper != null && shields == 0) {
      thread.interrupt();
    }
  }

  private synchronized StopReason reason() {
    return reason == null ? StopReason.ASKED : reason;
  }

  /** Lets the waiting caller go on without it. */
  void abandon(StackTraceElement[] where) {
    if (!finished && result.completeExceptionally(new Abandoned(reason(), where))) {
      abandoned.accept(thread);
    }
  }
}
