package org.jacobean.magics.diff;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import org.jacobean.display.Numbers;
import org.jspecify.annotations.Nullable;

/** How functions, points and shapes are written in captions. */
final class Naming {
  private static final int LONGEST = 60;

  private Naming() {}

  /** {@code f(1, 2)} or {@code x*y at x=1, y=2}. */
  static String point(Subject subject) {
    if (subject.title().matches("\\w+")) {
      return subject.parameters().stream()
          .map(p -> brief(p.value(), p.name()))
          .collect(Collectors.joining(", ", subject.title() + "(", ")"));
    }
    return subject.title()
        + " at "
        + subject.parameters().stream()
            .map(p -> p.name() + "=" + brief(p.value(), p.name()))
            .collect(Collectors.joining(", "));
  }

  /** The function's own letter, f for an expression. */
  static String symbol(Subject subject) {
    return subject.title().matches("\\w+") ? subject.title() : "f";
  }

  static String brief(@Nullable Object value, String otherwise) {
    if (value instanceof Double || value instanceof Float) {
      return Numbers.format(((Number) value).doubleValue());
    }
    if (value instanceof double[] numbers && numbers.length <= 4) {
      return java.util.Arrays.stream(numbers)
          .mapToObj(Numbers::format)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    String text =
        value instanceof Number || value instanceof Boolean ? value.toString() : otherwise;
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Such as {@code double[784]} or {@code double[10][128]}. */
  static String shape(Object value) {
    StringBuilder dimensions = new StringBuilder();
    Object level = value;
    Class<?> type = value.getClass();
    while (type.isArray()) {
      boolean known = level != null;
      dimensions.append('[').append(known ? String.valueOf(Array.getLength(level)) : "");
      dimensions.append(']');
      level = known && Array.getLength(level) > 0 ? Array.get(level, 0) : null;
      type = type.getComponentType();
    }
    return type.getSimpleName() + dimensions;
  }
}
