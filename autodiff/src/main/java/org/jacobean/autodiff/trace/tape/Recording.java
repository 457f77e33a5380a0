package org.jacobean.autodiff.trace.tape;

import static org.jacobean.autodiff.trace.tape.Tape.index;
import static org.jacobean.autodiff.trace.tape.Tape.of;
import static org.jacobean.autodiff.trace.tape.Tape.push;

/**
 * Arithmetic with at least one operand that is not a number. Its methods are longer than what
 * HotSpot inlines (325 bytecodes) on purpose: inlined at every operation of a program they make it
 * too large to compile well, which cost a factor of up to four on library code.
 */
final class Recording {
  private Recording() {}

  /** An operation of two operands: ADD, SUB, MUL, DIV, or BINARY for the remainder. */
  static double binary(int kind, double a, double b) {
    int i = index(a);
    int j = index(b);
    double[] value = Tape.value;
    double x = i == 0 ? a : value[i];
    double y = j == 0 ? b : value[j];
    int k;
    switch (kind) {
      case Tape.ADD -> {
        double c = x + y;
        if ((i | j) == 0) {
          return c;
        } else if (j == 0) {
          k = push(Tape.LINEAR, i, 0, c, 1);
        } else if (i == 0) {
          if (a == 0 && y != 0) {
            return b; // the first step of every sum
          }
          k = push(Tape.LINEAR, j, 0, c, 1);
        } else {
          k = push(Tape.ADD, i, j, c, 0);
        }
      }
      case Tape.SUB -> {
        double c = x - y;
        if ((i | j) == 0) {
          return c;
        } else if (j == 0) {
          k = push(Tape.LINEAR, i, 0, c, 1);
        } else if (i == 0) {
          k = push(Tape.LINEAR, j, 0, c, -1);
        } else {
          k = push(Tape.SUB, i, j, c, 0);
        }
      }
      case Tape.MUL -> {
        double c = x * y;
        if ((i | j) == 0) {
          return c;
        } else if (j == 0) {
          k = push(Tape.LINEAR, i, 0, c, y);
        } else if (i == 0) {
          k = push(Tape.LINEAR, j, 0, c, x);
        } else {
          k = push(Tape.MUL, i, j, c, 0);
        }
      }
      case Tape.DIV -> {
        double c = x / y;
        if ((i | j) == 0) {
          return c;
        } else if (j == 0) {
          k = push(Tape.LINEAR, i, 0, c, 1 / y);
        } else if (i == 0) {
          k = push(Tape.LINEAR, j, 0, c, -c / y);
        } else {
          k = push(Tape.DIV, i, j, c, 0);
        }
      }
      default -> {
        // a − q·b, with q the truncated quotient, constant around the point
        double c = x % y;
        if ((i | j) == 0) {
          return c;
        }
        k = Tape.binary(i, 1, j, -(x - c) / y, c);
      }
    }
    return Tape.tangent == null ? of(k) : Tangents.binary(kind, k, a, b);
  }

  static double negated(double a) {
    int i = index(a);
    if (i == 0) {
      return -a;
    }
    int k = push(Tape.LINEAR, i, 0, -Tape.value[i], -1);
    return Tape.tangent == null ? of(k) : Tangents.weighted(k, -1, a, 0, 0);
  }

  /** s ± a·b: ADD_PRODUCT or SUB_PRODUCT. */
  static double product(int kind, double s, double a, double b) {
    boolean plus = kind == Tape.ADD_PRODUCT;
    if (Tape.tangent != null) {
      double p = Arithmetic.mul(a, b);
      return plus ? Arithmetic.add(s, p) : Arithmetic.sub(s, p);
    }
    int h = index(s);
    int i = index(a);
    int j = index(b);
    double[] value = Tape.value;
    double w = h == 0 ? s : value[h];
    double x = i == 0 ? a : value[i];
    double y = j == 0 ? b : value[j];
    double p = x * y;
    double c = plus ? w + p : w - p;
    int k;
    if (h == 0) {
      if ((i | j) == 0) {
        return c;
      } else if (j == 0) {
        k = push(Tape.LINEAR, i, 0, c, plus ? y : -y);
      } else if (i == 0) {
        k = push(Tape.LINEAR, j, 0, c, plus ? x : -x);
      } else {
        k = push(Tape.MUL, i, j, p, 0);
        if (plus && s == 0 && p != 0) {
          return of(k);
        }
        k = push(Tape.LINEAR, k, 0, c, plus ? 1 : -1);
      }
    } else if (i == 0) {
      if (j == 0) {
        k = push(Tape.LINEAR, h, 0, c, 1);
      } else {
        k = push(Tape.ADD_SCALED, h, j, c, plus ? x : -x);
      }
    } else if (j == 0) {
      k = push(Tape.ADD_SCALED, h, i, c, plus ? y : -y);
    } else {
      k = push(kind, i, j, c, Double.longBitsToDouble(h));
    }
    return of(k);
  }
}
