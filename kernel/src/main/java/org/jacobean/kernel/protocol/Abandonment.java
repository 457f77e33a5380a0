package org.jacobean.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.kernel.session.run.StopReason;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** The end of a cell whose thread cannot be stopped: said, answered, and nothing more from it. */
final class Abandonment {
  private static final String MESSAGE =
      "The cell did not stop (it runs code that cannot be interrupted, such as a native call). "
          + "It was left behind: its further output is dropped, and the kernel goes on.";

  private Abandonment() {}

  static void of(Exchange cell, StopReason why) {
    String name = why == StopReason.ASKED ? "Interrupted" : why.name();
    String message = why == StopReason.ASKED ? MESSAGE : why.message() + " " + MESSAGE;
    Map<String, @Nullable Object> error =
        Exchange.failure(name, message, List.of(name + ": " + message));
    Map<String, @Nullable Object> published = new LinkedHashMap<>(error);
    published.remove("status");
    cell.output().cut();
    cell.output().announce("error", published);
    error.putAll(Json.object("payload", List.of(), "user_expressions", Map.of()));
    cell.reply(error);
    cell.end();
  }
}
