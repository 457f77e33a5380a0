package org.jacobean.kernel.io;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which output a cell's own thread belongs to; the session says which thread runs which cell. */
public final class CellThreads {
  private final Outputs outputs;
  private final Runnable makeRoom;
  private final Map<Object, CellOutput> expected =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Thread, CellOutput> threads = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * @param makeRoom frees memory when a cell has filled the heap
   */
  public CellThreads(Outputs outputs, Runnable makeRoom) {
    this.outputs = outputs;
    this.makeRoom = makeRoom;
  }

  /** Runs a cell, whichever thread the session takes for it. */
  public <T> T run(Object cell, CellOutput output, Supplier<T> body) {
    expected.put(cell, output);
    try {
      return body.get();
    } finally {
      expected.remove(cell);
    }
  }

  /** Called by the session on the cell's own thread. */
  public void around(Object cell, Runnable body) {
    CellOutput output = expected.get(cell);
    if (output == null) {
      body.run();
      return;
    }
    try {
      as(output, Executors.callable(body));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a Runnable threw a checked exception", e);
    }
  }

  /** Runs something on a thread that may be stopped; what it prints goes to the output. */
  public <T extends @Nullable Object> T as(CellOutput output, Callable<T> body) throws Exception {
    threads.put(Thread.currentThread(), output);
    outputs.enter(output);
    try {
      return body.call();
    } catch (OutOfMemoryError e) {
      makeRoom.run(); // what follows must be able to report it
      throw e;
    } finally {
      outputs.leave();
      threads.remove(Thread.currentThread());
    }
  }

  /** The thread could not be stopped: what it still says is dropped. */
  public void abandoned(Thread thread) {
    CellOutput output = threads.get(thread);
    if (output != null) {
      output.cut();
    }
  }
}
