package org.jacobean.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Log;
import org.jspecify.annotations.Nullable;

/**
 * A line of requests that run the user's code, one after another; the main shell and every subshell
 * is one. A thread that cannot be stopped is left behind and another goes on with the line.
 */
final class Shell {
  /** A request and what answers it. */
  record Task(Exchange exchange, Handler handler) {}

  private final String name;
  private final Outputs outputs;
  private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;
  private @Nullable Task running;
  private boolean closed;

  Shell(String name, Outputs outputs) {
    this.name = name;
    this.outputs = outputs;
  }

  void submit(Exchange exchange, Handler handler) {
    queue.add(new Task(exchange, handler));
    start();
  }

  private synchronized void start() {
    if (thread == null && !closed) {
      thread = new Thread(null, this::run, name, 0, false);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized boolean isMine() {
    return thread == Thread.currentThread() && !closed;
  }

  private void run() {
    while (isMine()) {
      try {
        run(queue.take());
      } catch (InterruptedException | OutOfMemoryError e) {
        Thread.interrupted(); // an interrupt meant for a cell that has ended already
      } catch (RuntimeException | Error e) {
        Log.warn("The thread " + name + " goes on", e);
      }
    }
  }

  private void run(Task task) {
    Thread.interrupted();
    begin(task);
    CellOutput output = task.exchange().output();
    outputs.enter(output);
    try {
      task.exchange().run(task.handler());
    } finally {
      outputs.leave();
      end(task);
    }
  }

  private synchronized void begin(Task task) {
    running = task;
  }

  private synchronized void end(Task task) {
    if (running == task) {
      running = null;
    }
  }

  /** The exchange that runs now. */
  synchronized @Nullable Exchange running() {
    return running == null || running.exchange().hasEnded() ? null : running.exchange();
  }

  /** Another request's idle went out while a cell runs: front ends are told that we are busy. */
  synchronized void confirmBusy() {
    if (running != null && !running.exchange().hasEnded()) {
      running.exchange().busy();
    }
  }

  /** Takes the cells that wait out of the line; other requests stay. */
  List<Exchange> withdrawCells() {
    List<Exchange> withdrawn = new ArrayList<>();
    queue.removeIf(
        task -> {
          boolean cell = task.exchange().request().type().equals("execute_request");
          if (cell) {
            withdrawn.add(task.exchange());
          }
          return cell;
        });
    return withdrawn;
  }

  /** Answers cells that will not run. */
  static void abort(List<Exchange> cells) {
    for (Exchange cell : cells) {
      cell.run(aborted -> aborted.reply(Json.object("status", "aborted")));
    }
  }

  /** Leaves a thread behind that does not stop; another takes its place. */
  synchronized void abandon() {
    thread = null;
    running = null;
    start();
  }

  /** Runs no more. */
  synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
    abort(withdrawCells());
  }
}
