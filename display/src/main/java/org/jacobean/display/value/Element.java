package org.jacobean.display.value;

import java.util.Arrays;
import java.util.function.Function;
import org.jacobean.display.table.Cell;
import org.jspecify.annotations.Nullable;

/** One value inside another: short, and whatever its {@code toString} does, never a failure. */
final class Element {
  private static final int LONGEST = 200;

  private Element() {}

  static Cell cell(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Cell.number(((Number) value).doubleValue());
    }
    return value instanceof Number
        ? Cell.of(text(value), Cell.Look.NUMBER)
        : value == null ? Cell.of("null", Cell.Look.DIM) : Cell.text(text(value));
  }

  static String text(@Nullable Object value) {
    return clip(whole(value, v -> v.getClass().isArray() ? array(v) : v.toString()));
  }

  /** A value in words of its own, or why it has none. */
  static String whole(@Nullable Object value, Function<Object, @Nullable String> words) {
    if (value == null) {
      return "null";
    }
    try {
      return String.valueOf(words.apply(value));
    } catch (Exception | StackOverflowError failed) {
      return value.getClass().getName() + " (its toString failed: " + failed + ")";
    }
  }

  static String clip(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "… (" + text.length() + " characters)";
  }

  private static String array(Object array) {
    String nested = Arrays.deepToString(new Object[] {array});
    return nested.substring(1, nested.length() - 1);
  }
}
