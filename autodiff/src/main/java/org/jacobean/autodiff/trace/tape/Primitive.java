package org.jacobean.autodiff.trace.tape;

/** Functions taken as a whole: their value comes from the caller, their partials from a rule. */
public final class Primitive {
  private Primitive() {}

  /**
   * A function of one number.
   *
   * @param a its argument, active or plain
   * @param result its value at the plain argument
   */
  public static double unary(double a, double result, Rule rule) {
    int i = Tape.index(a);
    if (i == 0) {
      return result;
    }
    int k = Tape.linear(i, rule.partial(Tape.value[i], result), result);
    return Tape.tangent == null ? Tape.of(k) : tangent(k, a, rule);
  }

  /** A function of two numbers, with a rule for each side; each takes both arguments. */
  public static double binary(double a, double b, double result, Rule left, Rule right) {
    int i = Tape.index(a);
    int j = Tape.index(b);
    if ((i | j) == 0) {
      return result;
    }
    double x = Tape.plain(a);
    double y = Tape.plain(b);
    double di = i == 0 ? 0 : left.partial(x, y);
    double dj = j == 0 ? 0 : right.partial(x, y);
    int k = Tape.binary(i, di, j, dj, result);
    return Tape.tangent == null ? Tape.of(k) : tangent(k, a, b, left, right);
  }

  private static double tangent(int k, double a, Rule rule) {
    double[] kept = Tangents.pause();
    double t = Tangents.tangent(kept, a);
    double slope = t == 0 ? 0 : Arithmetic.mul(rule.partial(a, Tape.of(k)), t);
    return Tangents.resume(k, kept, slope);
  }

  private static double tangent(int k, double a, double b, Rule left, Rule right) {
    double[] kept = Tangents.pause();
    double s = Tangents.tangent(kept, a);
    double t = Tangents.tangent(kept, b);
    double slope = s == 0 ? 0 : Arithmetic.mul(left.partial(a, b), s);
    double other = t == 0 ? 0 : Arithmetic.mul(right.partial(a, b), t);
    return Tangents.resume(k, kept, Arithmetic.add(slope, other));
  }

  /** The same number with another value, for sums the JDK rounds in a way of its own. */
  public static double revalued(double number, double value) {
    int k = Tape.index(number);
    if (k == 0) {
      return value;
    }
    int copy = Tape.linear(k, 1, value);
    return Tape.tangent == null ? Tape.of(copy) : Tangents.weighted(copy, 1, number, 0, 0);
  }
}
