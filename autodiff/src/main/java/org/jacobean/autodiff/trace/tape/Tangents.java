package org.jacobean.autodiff.trace.tape;

import java.util.Objects;

/**
 * Tangents beside values, themselves recorded: a reverse sweep from a tangent then gives a
 * Hessian-vector product. While a tangent is computed the tape carries no tangents, so its own
 * operations are plain ones.
 */
final class Tangents {
  private Tangents() {}

  static double binary(int kind, int k, double a, double b) {
    return switch (kind) {
      case Tape.ADD -> add(k, a, b);
      case Tape.SUB -> sub(k, a, b);
      case Tape.MUL -> mul(k, a, b);
      case Tape.DIV -> div(k, a, b);
      default -> {
        double y = Tape.plain(b);
        yield weighted(k, 1, a, -Math.rint((Tape.plain(a) - Tape.value[k]) / y), b);
      }
    };
  }

  private static double add(int k, double a, double b) {
    double[] kept = pause();
    return resume(k, kept, Arithmetic.add(tangent(kept, a), tangent(kept, b)));
  }

  private static double sub(int k, double a, double b) {
    double[] kept = pause();
    return resume(k, kept, Arithmetic.sub(tangent(kept, a), tangent(kept, b)));
  }

  private static double mul(int k, double a, double b) {
    double[] kept = pause();
    double left = Arithmetic.mul(tangent(kept, a), b);
    return resume(k, kept, Arithmetic.add(left, Arithmetic.mul(a, tangent(kept, b))));
  }

  /** (ta − r·tb)/b. */
  private static double div(int k, double a, double b) {
    double[] kept = pause();
    double drop = Arithmetic.mul(Tape.of(k), tangent(kept, b));
    return resume(k, kept, Arithmetic.div(Arithmetic.sub(tangent(kept, a), drop), b));
  }

  /** da·ta + db·tb with partials that may themselves be active. */
  static double weighted(int k, double da, double a, double db, double b) {
    double[] kept = pause();
    double left = product(da, tangent(kept, a));
    return resume(k, kept, Arithmetic.add(left, product(db, tangent(kept, b))));
  }

  /** A tangent of zero stays zero even where the partial is infinite. */
  private static double product(double partial, double tangent) {
    return tangent == 0 ? 0 : Arithmetic.mul(partial, tangent);
  }

  static double[] pause() {
    double[] kept = Objects.requireNonNull(Tape.tangent);
    Tape.tangent = null;
    return kept;
  }

  static double resume(int k, double[] kept, double tangent) {
    double[] room =
        kept.length < Tape.value.length ? java.util.Arrays.copyOf(kept, Tape.value.length) : kept;
    room[k] = tangent;
    Tape.tangent = room;
    return Tape.of(k);
  }

  static double tangent(double[] tangents, double number) {
    if (!Double.isNaN(number)) {
      return 0;
    }
    int i = Tape.index(number);
    // operations of a tangent itself have places beyond the array's last growth, and no tangent
    return i < tangents.length ? tangents[i] : 0;
  }
}
