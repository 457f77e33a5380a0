package org.jacobean.kernel.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.kernel.history.History;
import org.jacobean.kernel.history.HistoryEntry;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jspecify.annotations.Nullable;

/** {@code history_request}: tail, range, search. */
final class HistoryQuestions {
  private static final int DEFAULT_TAIL = 10;

  private final History history;

  HistoryQuestions(History history) {
    this.history = history;
  }

  void handle(Exchange exchange) {
    Message request = exchange.request();
    String kind = request.text("hist_access_type", "tail");
    List<HistoryEntry> entries;
    switch (kind) {
      case "tail" -> entries = history.tail(Math.max(0, request.number("n", DEFAULT_TAIL)));
      case "range" ->
          entries =
              history.range(
                  request.number("session", 0),
                  request.number("start", 0),
                  request.number("stop", Integer.MAX_VALUE));
      case "search" ->
          entries =
              history.search(
                  request.text("pattern", "*"),
                  request.number("n", -1),
                  request.flag("unique", false));
      default -> {
        exchange.fail(
            "UnknownHistoryAccess",
            "hist_access_type \"" + kind + "\" is none of tail, range and search");
        return;
      }
    }
    boolean output = request.flag("output", false);
    exchange.reply(Json.object("status", "ok", "history", rows(entries, output)));
  }

  private static List<@Nullable Object> rows(List<HistoryEntry> entries, boolean output) {
    List<@Nullable Object> rows = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      Object text = output ? Arrays.asList(entry.source(), entry.output()) : entry.source();
      rows.add(List.of(entry.session(), entry.line(), text));
    }
    return rows;
  }
}
