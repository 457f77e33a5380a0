package org.jacobean.kernel.protocol;

import java.util.List;
import java.util.Map;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jacobean.kernel.wire.Outgoing;
import org.jacobean.kernel.wire.Outlet;
import org.jspecify.annotations.Nullable;

/** A request, what is said while it is worked on, and its one reply. */
final class Exchange {
  private static final String REQUEST = "_request";
  private static final Json.Raw BUSY = new Json.Raw("{\"execution_state\":\"busy\"}");
  private static final Json.Raw IDLE = new Json.Raw("{\"execution_state\":\"idle\"}");

  private static final String FULL =
      "The heap is full: set large variables to null, or start the kernel with a larger -Xmx";

  private final Message request;
  private final CellOutput output;
  private final Outlet outlet;
  private boolean replied;
  private boolean ended;
  private volatile long started;

  Exchange(Message request, CellOutput output, Outlet outlet) {
    this.request = request;
    this.output = output;
    this.outlet = outlet;
  }

  Message request() {
    return request;
  }

  CellOutput output() {
    return output;
  }

  boolean hasRunFor(long nanos) {
    return started != 0 && System.nanoTime() - started > nanos;
  }

  void busy() {
    output.announce("status", BUSY);
  }

  void reply(Map<String, @Nullable Object> content) {
    reply(content, Map.of());
  }

  /** Replies, unless somebody did; the reply's type is the request's with its last word changed. */
  synchronized void reply(
      Map<String, @Nullable Object> content, Map<String, ? extends @Nullable Object> metadata) {
    String asked = request.type();
    if (replied || !asked.endsWith(REQUEST)) {
      return;
    }
    output.flush();
    String type = asked.substring(0, asked.length() - REQUEST.length()) + "_reply";
    outlet.send(Outgoing.reply(request, type, content, metadata));
    replied = true; // only now: with a full heap a reply may need a second try
  }

  void fail(String name, String message) {
    reply(failure(name, message, List.of()));
  }

  static Map<String, @Nullable Object> failure(
      String name, String message, List<String> traceback) {
    return Json.object("status", "error", "ename", name, "evalue", message, "traceback", traceback);
  }

  /** Idle, once. */
  synchronized void end() {
    if (!ended) {
      output.announce("status", IDLE);
      ended = true;
    }
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** Runs a handler with everything that the protocol wants around it. */
  void run(Handler handler) {
    try {
      started = System.nanoTime();
      busy();
      handler.handle(this);
      fail("InternalError", "The kernel gave no answer to " + request.type());
    } catch (Exception | LinkageError | StackOverflowError e) {
      org.jacobean.kernel.wire.Log.warn("While answering " + request.type(), e);
      fail(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      outlet.insist(() -> fail("OutOfMemoryError", FULL));
    } finally {
      outlet.insist(this::end);
    }
  }
}
