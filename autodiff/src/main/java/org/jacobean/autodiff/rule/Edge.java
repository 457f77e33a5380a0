package org.jacobean.autodiff.rule;

/** Choices made where a function has a corner or a pole; called by generated code. */
public final class Edge {
  private Edge() {}

  public static double exceeds(double x, double y) {
    return x > y ? 1 : 0;
  }

  public static double share(double x, double y) {
    return x > y ? 1 : x == y ? 0.5 : 0;
  }

  public static double unless(double atZero, double otherwise, double x) {
    return x == 0 ? atZero : otherwise;
  }

  public static double inside(double low, double x, double high) {
    return low <= x && x <= high ? 1 : 0;
  }

  public static double signBit(double x) {
    return Math.copySign(1, x);
  }

  public static double twoTo(double n) {
    return Math.scalb(1.0, (int) n);
  }
}
