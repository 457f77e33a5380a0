package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** From where to where a variable goes: {@code x=-3..3}, both ends Java expressions. */
record Span(String name, double from, double to) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:^|\\s)([A-Za-z_]\\w*)\\s*=\\s*(\\S+?)\\.\\.(\\S+)");

  /** What a line says besides its spans. */
  record Line(String text, List<Span> spans) {
    List<String> names() {
      return spans.stream().map(Span::name).toList();
    }
  }

  static Line read(Notebook notebook, Arguments given) throws MagicException {
    Matcher written = WRITTEN.matcher(given.text());
    List<Span> spans = new ArrayList<>();
    while (written.find()) {
      String name = written.group(1);
      List<String> ends = List.of(written.group(2), written.group(3));
      @Nullable Object[] values = Values.evaluate(notebook, given, ends);
      spans.add(new Span(name, number(given, name, values[0]), number(given, name, values[1])));
    }
    String text = written.replaceAll(" ").strip();
    return new Line(text, checked(given, spans));
  }

  private static List<Span> checked(Arguments given, List<Span> spans) throws MagicException {
    for (Span span : spans) {
      if (!(span.from < span.to) || !Double.isFinite(span.to - span.from)) {
        throw given.mistake(
            "%s goes from %s to %s; write the smaller number first, such as %s=-3..3"
                .formatted(span.name, span.from, span.to, span.name));
      }
      if (spans.stream().filter(other -> other.name.equals(span.name)).count() > 1) {
        throw given.mistake(span.name + " is given two ranges. Leave one of them");
      }
    }
    return spans;
  }

  private static double number(Arguments given, String name, @Nullable Object value)
      throws MagicException {
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    throw given.mistake("an end of the range of %s is %s, no number".formatted(name, value));
  }
}
