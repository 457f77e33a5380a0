package org.jacobean.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jacobean.kernel.comm.Comm;
import org.jacobean.kernel.comm.CommMessage;
import org.jacobean.kernel.comm.Comms;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Log;
import org.jacobean.kernel.wire.Message;
import org.jspecify.annotations.Nullable;

/** The comm messages of the protocol. */
final class CommMessages {
  /** Runs code of the user's where a stop reaches it. */
  interface Caller {
    @Nullable Object call(CellOutput output, Callable<@Nullable Object> body) throws Exception;
  }

  private interface Step {
    void run() throws Exception;
  }

  private final Comms comms;
  private final Caller caller;

  CommMessages(Comms comms, Caller caller) {
    this.comms = comms;
    this.caller = caller;
  }

  void open(Exchange exchange) {
    Message request = exchange.request();
    guarded(
        exchange,
        () -> comms.opened(id(request), request.text("target_name", ""), message(request)));
  }

  void message(Exchange exchange) {
    Message request = exchange.request();
    guarded(
        exchange,
        () -> {
          if (!comms.received(id(request), message(request))) {
            Log.warn("A message for comm " + id(request) + ", which is not open, was dropped");
          }
        });
  }

  void close(Exchange exchange) {
    Message request = exchange.request();
    guarded(exchange, () -> comms.closed(id(request), message(request)));
  }

  /** What a library's callback throws is shown, where front ends show what callbacks print. */
  private void guarded(Exchange exchange, Step step) {
    try {
      caller.call(
          exchange.output(),
          () -> {
            step.run();
            return null;
          });
    } catch (OutOfMemoryError full) {
      throw full;
    } catch (Exception | Error e) {
      e.printStackTrace();
    }
  }

  private static String id(Message request) {
    return request.text("comm_id", "");
  }

  private static CommMessage message(Message request) {
    return new CommMessage(request.object("data"), request.metadata(), request.buffers());
  }

  void info(Exchange exchange) {
    String target = exchange.request().text("target_name", "");
    Map<String, @Nullable Object> open = new LinkedHashMap<>();
    for (Comm comm : comms.all()) {
      if (target.isEmpty() || target.equals(comm.target())) {
        open.put(comm.id(), Map.of("target_name", comm.target()));
      }
    }
    exchange.reply(Json.object("status", "ok", "comms", open));
  }
}
