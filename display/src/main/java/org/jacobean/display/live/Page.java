package org.jacobean.display.live;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Bundle;
import org.jacobean.display.html.Html;
import org.jspecify.annotations.Nullable;

/**
 * The static form of a live view: its module, its data and what there is to read without either, in
 * one piece of HTML that needs no network. It is an output of its own; the live view, where there
 * is one, hides it.
 */
final class Page {
  private Page() {}

  /**
   * @param identity ties it to its live view
   * @param words what it shows, for readers whose page runs no scripts
   * @param picture the address of the picture they see
   */
  static Bundle of(
      String identity, String module, Map<String, ?> data, String words, String picture) {
    String script =
        module + "\nstandalone(document.getElementById(\"" + identity + "\")," + json(data) + ");";
    String html =
        "<div class=\"jcb-static\" id=\""
            + identity
            + "\"><p>"
            + Html.escape(words)
            + "</p><img width=\"420\" alt=\""
            + Html.escape(words)
            + "\" src=\""
            + picture
            + "\"></div>\n<script type=\"module\">\n"
            + script.replace("</", "<\\/").replace("<!--", "<\\!--")
            + "\n</script>\n";
    return Bundle.of(words).html(html);
  }

  private static JsonElement json(@Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, element) -> object.add(String.valueOf(key), json(element)));
      return object;
    }
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(element -> array.add(json(element)));
      return array;
    }
    if (value instanceof double[] numbers) {
      return floats(numbers);
    }
    if (value instanceof Boolean b) {
      return new JsonPrimitive(b);
    }
    return value instanceof Number n
        ? number(n.doubleValue())
        : new JsonPrimitive(String.valueOf(value));
  }

  /** Many numbers: floats as base64, a third of what they take as text. */
  private static JsonObject floats(double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      bytes.putFloat((float) number);
    }
    JsonObject object = new JsonObject();
    object.addProperty("f32", Base64.getEncoder().encodeToString(bytes.array()));
    return object;
  }

  private static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
  }
}
