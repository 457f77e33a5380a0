package org.jacobean.display;

import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * One value in several MIME types, from which each reader takes the best it can show. It always has
 * a text, so that a terminal, a screen reader and a diff have something to go by.
 *
 * @param data MIME type to content, {@code text/plain} among them
 */
public record Bundle(Map<String, String> data) {
  private static final String PLAIN = "text/plain";

  public Bundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    if (data.getOrDefault(PLAIN, "").isEmpty()) {
      throw new DisplayException.Textless();
    }
  }

  /** A bundle of text alone; an empty text is shown as a pair of quotes. */
  public static Bundle of(String text) {
    return new Bundle(Map.of(PLAIN, text.isEmpty() ? "\"\"" : text));
  }

  public Bundle html(String html) {
    return with("text/html", html);
  }

  public Bundle latex(String latex) {
    return with("text/latex", latex);
  }

  public Bundle markdown(String markdown) {
    return with("text/markdown", markdown);
  }

  public Bundle svg(String svg) {
    return with("image/svg+xml", svg);
  }

  /** The same with one look added or replaced; binary content is given in base64. */
  public Bundle with(String mime, String content) {
    Map<String, String> more = new LinkedHashMap<>(data);
    more.put(mime, content);
    return new Bundle(more);
  }

  public Optional<String> get(String mime) {
    return Optional.ofNullable(data.get(mime));
  }

  public String text() {
    return data.getOrDefault(PLAIN, "");
  }

  public String html() {
    return data.getOrDefault("text/html", "");
  }

  /** For the protocol. */
  public DisplayData toDisplayData() {
    DisplayData display = new DisplayData();
    data.forEach(
        (mime, content) ->
            display.putData(
                mime, mime.endsWith("json") ? JsonParser.parseString(content) : content));
    return display;
  }
}
