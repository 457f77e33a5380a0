package org.jacobean.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.session.run.StopReason;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;

/** The main shell and the subshells: lines of cells beside one another. */
final class Shells {
  private static final long ABANDON_NANOS = 500_000_000;
  private static final long MOMENT_NANOS = 800_000_000;
  private static final long FULL_NANOS = 10_000_000_000L; // the collector has most of the time
  private static final long LOOK_NANOS = 10_000_000;

  private final Outputs outputs;
  private final Consumer<StopReason> interruption;
  private final Shell main;
  private final Map<String, Shell> subshells = new ConcurrentHashMap<>();
  private final Worker watch = new Worker("jacobean-watch");

  /** The interruption stops whatever user code runs, in all shells. */
  Shells(Outputs outputs, Consumer<StopReason> interruption) {
    this.outputs = outputs;
    this.interruption = interruption;
    this.main = new Shell("jacobean-cells", outputs);
  }

  /** The line that a request belongs to; empty when its subshell does not exist. */
  Optional<Shell> of(Message request) {
    String id = request.subshell();
    return id == null ? Optional.of(main) : Optional.ofNullable(subshells.get(id));
  }

  private List<Shell> all() {
    List<Shell> all = new ArrayList<>(subshells.values());
    all.add(main);
    return all;
  }

  void create(Exchange exchange) {
    String id = UUID.randomUUID().toString();
    subshells.put(id, new Shell("jacobean-subshell-" + id, outputs));
    exchange.reply(Json.object("status", "ok", "subshell_id", id));
  }

  void delete(Exchange exchange) {
    String id = exchange.request().text("subshell_id", "");
    Shell shell = subshells.remove(id);
    if (shell == null) {
      exchange.fail("NoSuchSubshell", "There is no subshell \"" + id + "\"");
      return;
    }
    shell.close();
    exchange.reply(Json.object("status", "ok"));
  }

  void list(Exchange exchange) {
    exchange.reply(Json.object("status", "ok", "subshell_id", List.copyOf(subshells.keySet())));
  }

  boolean isBusy() {
    return main.running() != null;
  }

  void confirmBusy() {
    main.confirmBusy();
  }

  /** Stops what runs, leaves behind what does not stop, and aborts the cells that wait. */
  void stop(StopReason why) {
    List<Exchange> waiting = new ArrayList<>();
    boolean busy = false;
    for (Shell shell : all()) {
      waiting.addAll(shell.withdrawCells());
      Exchange cell = shell.running();
      if (cell != null) {
        busy = true;
        watch.submit(() -> abandonIfStuck(shell, cell, why));
      }
    }
    if (busy) {
      interruption.accept(why);
    }
    Shell.abort(waiting);
  }

  /** Stops what runs if it has for longer than a moment. */
  void stopLong(StopReason why) {
    for (Shell shell : all()) {
      Exchange cell = shell.running();
      if (cell != null && cell.hasRunFor(MOMENT_NANOS)) {
        stop(why);
        return;
      }
    }
  }

  private static void abandonIfStuck(Shell shell, Exchange cell, StopReason why) {
    long end = System.nanoTime() + (why == StopReason.ASKED ? ABANDON_NANOS : FULL_NANOS);
    while (!cell.hasEnded() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    if (shell.running() == cell) {
      Abandonment.of(cell, why);
      shell.abandon();
    }
  }

  void close() {
    all().forEach(Shell::close);
  }
}
