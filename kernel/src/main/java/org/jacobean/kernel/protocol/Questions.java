package org.jacobean.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** Questions about code: completion, inspection, whether it is complete. */
final class Questions {
  private final Supplier<Session> session;

  Questions(Supplier<Session> session) {
    this.session = session;
  }

  /** The protocol counts characters, Java counts UTF-16 units. */
  private record Place(String code, int cursor) {
    static Place of(Exchange exchange) {
      String code = exchange.request().text("code", "");
      int characters = code.codePointCount(0, code.length());
      int at = exchange.request().number("cursor_pos", characters);
      return new Place(code, code.offsetByCodePoints(0, Math.max(0, Math.min(at, characters))));
    }

    int characters(int units) {
      return code.codePointCount(0, Math.max(0, Math.min(units, code.length())));
    }
  }

  void complete(Exchange exchange) {
    Place place = Place.of(exchange);
    Session.Completions found = session.get().complete(place.code(), place.cursor());
    int start = place.characters(found.start());
    int end = place.characters(found.end());
    List<String> matches = new ArrayList<>();
    List<Map<String, @Nullable Object>> types = new ArrayList<>();
    List<String> insertions = Insertions.of(found.items());
    for (Session.Completions.Item item : found.items()) {
      matches.add(item.text());
      types.add(
          Json.object(
              "start",
              start,
              "end",
              end,
              "text",
              insertions.get(types.size()),
              "type",
              item.type(),
              "signature",
              item.signature()));
    }
    exchange.reply(
        Json.object(
            "status",
            "ok",
            "matches",
            matches,
            "cursor_start",
            start,
            "cursor_end",
            end,
            "metadata",
            Map.of("_jupyter_types_experimental", types)));
  }

  void inspect(Exchange exchange) {
    Place place = Place.of(exchange);
    int detail = exchange.request().number("detail_level", 0);
    Optional<Session.Inspection> found =
        session.get().inspect(place.code(), place.cursor(), detail);
    Map<String, @Nullable Object> data =
        found
            .map(text -> Json.object("text/plain", text.plain(), "text/html", text.html()))
            .orElseGet(Json::object);
    exchange.reply(
        Json.object(
            "status", "ok", "found", found.isPresent(), "data", data, "metadata", Map.of()));
  }

  void isComplete(Exchange exchange) {
    Session.Completeness answer = session.get().completeness(exchange.request().text("code", ""));
    Map<String, @Nullable Object> content = Json.object("status", answer.status());
    if (answer.status().equals("incomplete")) {
      content.put("indent", answer.indent());
    }
    exchange.reply(content);
  }
}
