package org.jacobean.autodiff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jacobean.autodiff.error.BadArgument;

/**
 * The gradient of a function by the doubles an object holds: as an object of the same classes, as a
 * table by path, or as a vector.
 *
 * @param <M> the object's class
 */
public final class ObjectGradient<M> {
  private final double value;
  private final M gradient;
  private final Map<String, Double> byPath;

  ObjectGradient(double value, M gradient, Map<String, Double> byPath) {
    this.value = value;
    this.gradient = gradient;
    this.byPath = new LinkedHashMap<>(byPath);
  }

  /** The function's value. */
  public double value() {
    return value;
  }

  /**
   * An object of the model's class with partial derivatives in place of its doubles; 0 where none
   * was taken. Lists come back as ArrayLists, maps as LinkedHashMaps.
   */
  public M gradient() {
    return gradient;
  }

  /** The partial derivative at a path such as {@code layers[0].weights[3]}. */
  public double of(String path) {
    Double d = byPath.get(path);
    if (d == null) {
      throw new BadArgument(
          "No derivative was taken by `"
              + path
              + "`; paths look like "
              + byPath.keySet().iterator().next());
    }
    return d;
  }

  /** Partial derivatives by path, in the order of the fields. */
  public Map<String, Double> byPath() {
    return Collections.unmodifiableMap(byPath);
  }

  /** All partial derivatives in that order. */
  public double[] flat() {
    return byPath.values().stream().mapToDouble(d -> d).toArray();
  }

  /** A table: one row an array or number, {@code path derivative}. */
  @Override
  public String toString() {
    Map<String, String> rows =
        byPath.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.getKey().replaceFirst("\\[\\d+\\]$", ""),
                    LinkedHashMap::new,
                    Collectors.mapping(e -> number(e.getValue()), Collectors.joining(" "))));
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return rows.entrySet().stream()
        .map(e -> String.format("%-" + width + "s  %s", e.getKey(), e.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String number(double d) {
    return String.format(Locale.ROOT, "%.6g", d);
  }
}
