package org.jacobean.display.value;

import java.util.Arrays;
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
    String whole;
    try {
      whole = value == null ? "null" : value.getClass().isArray() ? array(value) : value.toString();
    } catch (Exception | StackOverflowError failed) {
      whole = value.getClass().getName() + " (its toString failed: " + failed + ")";
    }
    return clip(whole == null ? "null" : whole);
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
