package org.jacobean.kernel.session.run;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The threads cells run on: one as a rule, one more for each cell that runs beside another. */
public final class CellThreads implements AutoCloseable {
  private final ConcurrentLinkedDeque<CellThread> idle = new ConcurrentLinkedDeque<>();
  private final Set<CellRun<?>> running = ConcurrentHashMap.newKeySet();
  private final ClassLoader context;
  private final Consumer<Thread> abandoned;

  public CellThreads(ClassLoader context, Consumer<Thread> abandoned) {
    this.context = context;
    this.abandoned = abandoned;
  }

  /** Whether the caller is itself a cell: what it runs then belongs to it. */
  public boolean insideCell() {
    return Thread.currentThread() instanceof CellThread thread && thread.belongsTo(this);
  }

  /** Runs a body on a cell thread and waits, until it ends or is given up. */
  public <T> T run(Callable<T> body) throws Exception {
    CellThread thread = idle.poll();
    CellThread worker = thread == null ? new CellThread(this, context) : thread;
    CellRun<T> run = new CellRun<>(body, worker, abandoned);
    running.add(run);
    worker.start(run);
    try {
      return run.result();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exception exception) {
        throw exception;
      }
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw failure;
    } finally {
      running.remove(run);
      if (run.finished()) {
        idle.push(worker);
      }
    }
  }

  /** Keeps interrupts from code that a closed channel would break for good: the compiler. */
  public <T, E extends Exception> T shielded(Body<T, E> body) throws E {
    CellRun<?> run = Thread.currentThread() instanceof CellThread thread ? thread.current() : null;
    if (run == null) {
      return body.call();
    }
    run.shield();
    try {
      return body.call();
    } finally {
      run.unshield();
    }
  }

  /** Something to do that fails in one way. */
  public interface Body<T, E extends Exception> {
    T call() throws E;
  }

  /** Why the cell on the calling thread is being stopped; null when it is not. */
  public @Nullable StopReason stopping() {
    CellRun<?> run = Thread.currentThread() instanceof CellThread thread ? thread.current() : null;
    return run == null ? null : run.stopping();
  }

  /** Stops every cell that runs now; returns at once. */
  public void stop(StopReason why) {
    running.forEach(run -> run.stop(why));
  }

  @Override
  public void close() {
    stop(StopReason.ASKED);
    for (CellThread thread = idle.poll(); thread != null; thread = idle.poll()) {
      thread.end();
    }
  }
}
