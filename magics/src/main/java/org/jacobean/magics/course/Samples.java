package org.jacobean.magics.course;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One entry of an answer at several points, beside what it should be.
 *
 * @param names the variables
 * @param points where it was asked, one row a point
 * @param right what the engine says there
 * @param given what the answer says there
 */
record Samples(List<String> names, double[][] points, double[] right, double[] given) {
  private static final double TOLERANCE = 1e-6;

  /** Whether the answer is right at this point. */
  boolean agrees(int i) {
    return close(right[i], given[i]);
  }

  boolean everywhere(IntPredicate test) {
    return IntStream.range(0, right.length).allMatch(test);
  }

  /** Whether the answer equals other numbers at all points. */
  boolean equalsAll(double[] other) {
    return everywhere(i -> close(other[i], given[i]));
  }

  static boolean close(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }

  static boolean constant(double[] values) {
    return IntStream.range(1, values.length).allMatch(i -> close(values[0], values[i]));
  }

  /** Given over right, where right is not near zero. */
  double[] ratios() {
    return IntStream.range(0, right.length)
        .filter(i -> Math.abs(right[i]) > 1e-3)
        .mapToDouble(i -> given[i] / right[i])
        .toArray();
  }

  double[] differences() {
    return IntStream.range(0, right.length).mapToDouble(i -> given[i] - right[i]).toArray();
  }

  String at(int i) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < names.size(); j++)
      text.append(j == 0 ? "" : ", ")
          .append(names.get(j))
          .append(" = ")
          .append(number(points[i][j]));
    return text.toString();
  }

  static String number(double value) {
    String text = String.format(java.util.Locale.ROOT, "%.6g", value);
    if (text.contains("e")) return text;
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
