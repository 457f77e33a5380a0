package org.jacobean.autodiff.trace.tape;

/**
 * The bytecode instructions on doubles, as rewritten code calls them. Each is a test that plain
 * numbers pass; the rest is left to {@link Recording}, out of the compiler's sight.
 */
public final class Arithmetic {
  private Arithmetic() {}

  public static double add(double a, double b) {
    double c = a + b;
    return !Double.isNaN(c) ? c : Recording.binary(Tape.ADD, a, b);
  }

  public static double sub(double a, double b) {
    double c = a - b;
    return !Double.isNaN(c) ? c : Recording.binary(Tape.SUB, a, b);
  }

  public static double mul(double a, double b) {
    double c = a * b;
    return !Double.isNaN(c) ? c : Recording.binary(Tape.MUL, a, b);
  }

  public static double div(double a, double b) {
    double c = a / b;
    return !Double.isNaN(c) ? c : Recording.binary(Tape.DIV, a, b);
  }

  public static double rem(double a, double b) {
    double c = a % b;
    return !Double.isNaN(c) ? c : Recording.binary(Tape.BINARY, a, b);
  }

  public static double neg(double a) {
    double c = -a;
    return !Double.isNaN(c) ? c : Recording.negated(a);
  }

  /**
   * s + a·b, two operations of the source in one of the tape; rounded twice, as the source does.
   */
  public static double addProduct(double s, double a, double b) {
    double c = s + a * b;
    return !Double.isNaN(c) ? c : Recording.product(Tape.ADD_PRODUCT, s, a, b);
  }

  /** s − a·b, likewise. */
  public static double subProduct(double s, double a, double b) {
    double c = s - a * b;
    return !Double.isNaN(c) ? c : Recording.product(Tape.SUB_PRODUCT, s, a, b);
  }
}
