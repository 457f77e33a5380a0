package org.jacobean.display.value;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.jacobean.display.Bundle;

/** Arrays: up to ten entries in full as Java writes them, longer ones by their ends and range. */
final class ArrayLook {
  /** The most entries that are listed in full. */
  static final int FULL = 10;

  private static final int ENDS = 5;

  private ArrayLook() {}

  static Bundle render(Object array) {
    if (array.getClass().getComponentType().isArray() && MatrixLook.fits(array)) {
      return MatrixLook.render(array);
    }
    String head = shape(array);
    String range = Range.of(array).map(r -> "\n" + r.sentence()).orElse("");
    boolean whole = Array.getLength(array) <= FULL;
    return Bundle.of(head + " " + entries(array) + (whole ? "" : range));
  }

  /** Such as {@code double[3]}, {@code String[2][]}. */
  static String shape(Object array) {
    Class<?> element = array.getClass().getComponentType();
    StringBuilder deeper = new StringBuilder();
    for (; element.isArray(); element = element.getComponentType()) {
      deeper.append("[]");
    }
    return element.getSimpleName() + "[" + Array.getLength(array) + "]" + deeper;
  }

  static String entries(Object array) {
    int length = Array.getLength(array);
    StringJoiner out = new StringJoiner(", ", "{", "}");
    boolean whole = length <= FULL;
    for (int i = 0; i < (whole ? length : ENDS); i++) {
      out.add(entry(Array.get(array, i)));
    }
    if (!whole) {
      out.add("…");
      for (int i = length - ENDS; i < length; i++) {
        out.add(entry(Array.get(array, i)));
      }
    }
    return out.toString();
  }

  private static String entry(Object value) {
    return value instanceof String s ? '"' + Element.clip(s) + '"' : Element.text(value);
  }
}
