package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.active;
import static org.jacobean.autodiff.trace.tape.Tape.plain;

import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Primitive;

/** Functions that pick one of their arguments, or turn its sign. */
final class Choice {
  private Choice() {}

  static double abs(double a) {
    double r = Math.abs(a);
    double x = plain(a);
    return !Double.isNaN(r) ? r : x > 0 ? a : Primitive.unary(a, Math.abs(x), Partials::abs);
  }

  static double max(double a, double b) {
    double x = plain(a);
    double y = plain(b);
    return pick(a, x, b, y, Math.max(x, y));
  }

  static double min(double a, double b) {
    double x = plain(a);
    double y = plain(b);
    return pick(a, x, b, y, Math.min(x, y));
  }

  /** The winner; a tie is shared half and half, but worth 0 against a constant: ReLU′(0) = 0. */
  private static double pick(double a, double x, double b, double y, double r) {
    if (Double.isNaN(r)) {
      return r;
    }
    if (x != y) {
      return r == x ? a : b;
    }
    return active(a) && active(b) ? Primitive.binary(a, b, r, (p, q) -> 0.5, (p, q) -> 0.5) : r;
  }

  static double copySign(double a, double sign) {
    double r = Math.copySign(plain(a), sign);
    boolean same = Double.doubleToRawLongBits(r) == Double.doubleToRawLongBits(plain(a));
    return same ? a : Arithmetic.neg(a);
  }
}
