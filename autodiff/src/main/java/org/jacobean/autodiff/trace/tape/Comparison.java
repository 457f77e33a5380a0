package org.jacobean.autodiff.trace.tape;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

/**
 * Instructions that leave the real numbers: comparison and narrowing, as rewritten code calls them.
 */
public final class Comparison {
  private Comparison() {}

  /** {@code dcmpl}: −1 when either is not a number. */
  public static int less(double a, double b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : compareActive(a, b, -1);
  }

  /** {@code dcmpg}: 1 when either is not a number. */
  public static int greater(double a, double b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : compareActive(a, b, 1);
  }

  private static int compareActive(double a, double b, int unordered) {
    double x = plain(a);
    double y = plain(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : unordered;
  }

  /** A comparison whose only question is equality: warns when it holds for an active value. */
  public static int equality(double a, double b) {
    return a == b ? 0 : a < b || a > b ? 1 : equalityActive(a, b);
  }

  private static int equalityActive(double a, double b) {
    if (plain(a) != plain(b)) {
      return 1;
    }
    // x == x is how code asks for NaN; two names of one value are always equal
    if (Double.doubleToRawLongBits(a) != Double.doubleToRawLongBits(b)) {
      Warnings.equalityHolds();
    }
    return 0;
  }

  public static int toInt(double a) {
    return (int) plain(a);
  }

  public static long toLong(double a) {
    return (long) plain(a);
  }

  public static float toFloat(double a) {
    if (Double.isNaN(a) && Tape.index(a) != 0) {
      throw Tape.refuse(
          "a cast to float",
          "a float has no room for the place of an active value",
          "keep the computation in double, or mark the value constant");
    }
    return (float) a;
  }
}
