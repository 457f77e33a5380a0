package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.jacobean.display.DisplayException.Undrawable;
import org.jspecify.annotations.Nullable;

/** Numbers on their way into a plot. */
final class Numerals {
  private Numerals() {}

  static double[] array(Iterable<? extends Number> numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(n -> n == null ? Double.NaN : n.doubleValue())
        .toArray();
  }

  /** As Lets-Plot takes them: what cannot be drawn is a gap. */
  static List<@Nullable Double> column(double[] values) {
    List<@Nullable Double> column = new ArrayList<>(values.length);
    for (double value : values) {
      column.add(Double.isFinite(value) ? value : null);
    }
    return column;
  }

  /** Back from a column; a gap is no number. */
  static double[] numbers(List<?> column) {
    return column.stream()
        .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
        .toArray();
  }

  /** Powers of ten that the numbers are; what is not above zero has none. */
  static double[] exponents(List<?> column) {
    return Arrays.stream(numbers(column)).map(Math::log10).toArray();
  }

  static void paired(String one, double[] xs, String other, double[] ys) {
    if (xs.length != ys.length) {
      throw new Undrawable(
          one
              + " has "
              + xs.length
              + " numbers and "
              + other
              + " has "
              + ys.length
              + ": a point needs one of each");
    }
    if (DoubleStream.of(ys).noneMatch(Double::isFinite)
        || DoubleStream.of(xs).noneMatch(Double::isFinite)) {
      throw new Undrawable(
          "there is nothing to draw: "
              + (xs.length == 0 ? "no numbers" : "no finite numbers")
              + " in "
              + one
              + " and "
              + other);
    }
  }

  static double[] spaced(double from, double to, int count) {
    if (!(from < to) || !Double.isFinite(to - from)) {
      throw new Undrawable(
          "a range goes from a smaller to a larger number, not from " + from + " to " + to);
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * i / (count - 1);
    }
    return values;
  }

  static double least(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  static double greatest(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite).max().orElse(Double.NaN);
  }
}
