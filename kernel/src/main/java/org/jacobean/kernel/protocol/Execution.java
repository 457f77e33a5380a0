package org.jacobean.kernel.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.Session.Outcome;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jspecify.annotations.Nullable;

/** {@code execute_request}: runs a cell. */
final class Execution {
  /** What an execution needs of its kernel. */
  interface Place {
    /** Runs a cell; its threads' output goes where it is told. */
    Outcome run(Session.Cell cell, CellOutput output);

    /** How a value is shown; throws only when its rendering was stopped. */
    Rendering.Bundle show(@Nullable Object value, CellOutput output) throws Exception;

    @Nullable Object evaluate(String expression, CellOutput output) throws Exception;

    Counter counter();

    /** Called before a cell runs that is kept. */
    void remember(int count, String source);

    /** Called when a kept cell has shown a result. */
    void rememberOutput(int count, String source, String text);

    /** A cell failed that wants the ones after it aborted: calls back with their number. */
    Runnable stopQueue(Exchange exchange);
  }

  private final Place place;

  Execution(Place place) {
    this.place = place;
  }

  void handle(Exchange exchange) {
    Message request = exchange.request();
    boolean silent = request.flag("silent", false);
    boolean stored = !silent && request.flag("store_history", true);
    String source = request.text("code", "");
    int count = stored ? place.counter().next() : place.counter().last();
    if (!silent) {
      Object input = Json.object("code", source, "execution_count", count);
      exchange.output().publish("execute_input", input);
    }
    if (stored) {
      place.remember(count, source);
    }
    Instant started = Instant.now();
    Outcome outcome = run(exchange, source, stored ? "cell " + count : "an unnumbered cell");
    if (outcome instanceof Outcome.Done done) {
      outcome = shown(exchange, done, count, stored);
    }
    if (outcome instanceof Outcome.Failed failed) {
      failed(exchange, failed, count, started);
    } else {
      done(exchange, count, started);
    }
  }

  private Outcome run(Exchange exchange, String source, String label) {
    if (source.isBlank()) {
      return new Outcome.Done(null, false);
    }
    return place.run(new Session.Cell(label, source), exchange.output());
  }

  private Outcome shown(Exchange exchange, Outcome.Done done, int count, boolean stored) {
    if (!done.shown()) {
      return done;
    }
    try {
      Rendering.Bundle bundle = place.show(done.value(), exchange.output());
      exchange.output().publish("execute_result", result(count, bundle));
      if (stored) {
        String source = exchange.request().text("code", "");
        place.rememberOutput(count, source, String.valueOf(bundle.data().get("text/plain")));
      }
      return done;
    } catch (OutOfMemoryError full) {
      throw full; // told with care, further out
    } catch (Exception | Error stopped) {
      String message = "interrupted while the result was made into text";
      return new Outcome.Failed(
          "InterruptedException", message, List.of("InterruptedException: " + message), stopped);
    }
  }

  private static Map<String, @Nullable Object> result(int count, Rendering.Bundle bundle) {
    return Json.object(
        "execution_count",
        count,
        "data",
        bundle.data(),
        "metadata",
        bundle.metadata(),
        "transient",
        bundle.transientData());
  }

  private void done(Exchange exchange, int count, Instant started) {
    exchange.reply(
        Json.object(
            "status",
            "ok",
            "execution_count",
            count,
            "user_expressions",
            expressions(exchange),
            "payload",
            exchange.output().payload()),
        about("ok", started));
  }

  /** What front ends make a cell's running time from. */
  private static Map<String, @Nullable Object> about(String status, Instant started) {
    return Json.object("started", started.truncatedTo(ChronoUnit.MICROS), "status", status);
  }

  private void failed(Exchange exchange, Outcome.Failed failed, int count, Instant started) {
    Map<String, @Nullable Object> error =
        Exchange.failure(failed.name(), failed.message(), failed.traceback());
    Map<String, @Nullable Object> published = new LinkedHashMap<>(error);
    published.remove("status");
    if (!exchange.request().flag("silent", false)) {
      exchange.output().announce("error", published); // also of a cell that was left behind
    }
    error.put("execution_count", count);
    error.put("user_expressions", Map.of());
    error.put("payload", List.of());
    Runnable abort =
        exchange.request().flag("stop_on_error", true) ? place.stopQueue(exchange) : () -> {};
    exchange.reply(error, about("error", started));
    exchange.end();
    abort.run();
  }

  private Map<String, @Nullable Object> expressions(Exchange exchange) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    exchange
        .request()
        .object("user_expressions")
        .forEach(
            (name, expression) ->
                values.put(name, value(String.valueOf(expression), exchange.output())));
    return values;
  }

  private Map<String, @Nullable Object> value(String expression, CellOutput output) {
    try {
      Object value = place.evaluate(expression, output);
      Rendering.Bundle bundle = place.show(value, output);
      return Json.object("status", "ok", "data", bundle.data(), "metadata", bundle.metadata());
    } catch (OutOfMemoryError full) {
      throw full;
    } catch (Exception | Error e) {
      return Exchange.failure(
          e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
    }
  }
}
