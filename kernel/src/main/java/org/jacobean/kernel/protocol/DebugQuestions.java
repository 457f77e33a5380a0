package org.jacobean.kernel.protocol;

import java.util.List;
import java.util.Map;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jspecify.annotations.Nullable;

/** {@code debug_request}: front ends ask whether a debugger runs; none does, and they are told. */
final class DebugQuestions {
  private DebugQuestions() {}

  static void handle(Exchange exchange) {
    Message request = exchange.request();
    String command = request.text("command", "");
    boolean asksForState = command.equals("debugInfo");
    Map<String, @Nullable Object> response =
        Json.object(
            "type",
            "response",
            "seq",
            request.number("seq", 0),
            "request_seq",
            request.number("seq", 0),
            "command",
            command,
            "success",
            asksForState,
            "body",
            asksForState ? state() : Map.of());
    if (!asksForState) {
      response.put("message", "This kernel has no debugger; \"" + command + "\" was not done");
    }
    exchange.reply(response);
  }

  private static Map<String, @Nullable Object> state() {
    return Json.object(
        "isStarted",
        false,
        "hashMethod",
        "Murmur2",
        "hashSeed",
        0,
        "tmpFilePrefix",
        "",
        "tmpFileSuffix",
        ".java",
        "breakpoints",
        List.of(),
        "stoppedThreads",
        List.of(),
        "richRendering",
        false,
        "exceptionPaths",
        List.of());
  }
}
