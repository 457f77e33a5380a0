package org.jacobean.autodiff.symbolic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Multiplies out products and powers of sums. */
final class Expansion {
  private static final int MOST_TERMS = 200;
  private static final int HIGHEST_POWER = 12;

  private Expansion() {}

  /** The formula multiplied out, or null where that would be too long. */
  static @Nullable Expr of(Expr e) {
    Expr expanded = unordered(e);
    return expanded == null || expanded.equals(e) ? expanded : MonomialOrder.sorted(expanded);
  }

  private static @Nullable Expr unordered(Expr e) {
    if (e instanceof Sum s) {
      return ofSum(s);
    }
    if (!(e instanceof Product) && !isPowerOfSum(e)) {
      return e;
    }
    Expr result = Sum.coefficient(e);
    for (Expr factor : Product.factorsOf(e)) {
      Expr next = ofFactor(factor);
      result = next == null ? null : distributed(result, next);
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private static @Nullable Expr ofSum(Sum sum) {
    Expr total = Num.ZERO;
    for (Expr term : sum.terms()) {
      Expr expanded = unordered(term);
      if (expanded == null || Sum.termsOf(total).size() > MOST_TERMS) {
        return null;
      }
      total = total.plus(expanded);
    }
    return total;
  }

  private static @Nullable Expr ofFactor(Expr factor) {
    if (!isPowerOfSum(factor)) {
      return factor instanceof Sum s ? ofSum(s) : factor;
    }
    Expr base = unordered(Power.baseOf(factor));
    long n = ((Num) Power.exponentOf(factor)).longValue();
    Expr result = base;
    for (int i = 1; i < n && result != null && base != null; i++) {
      result = distributed(result, base);
    }
    return result;
  }

  private static boolean isPowerOfSum(Expr e) {
    return e instanceof Power p
        && p.base() instanceof Sum
        && p.exponent() instanceof Num n
        && n.isSmallInteger()
        && n.signum() > 0
        && n.longValue() <= HIGHEST_POWER;
  }

  /** Each term of one times each term of the other. */
  static @Nullable Expr distributed(Expr a, Expr b) {
    List<Expr> left = Sum.termsOf(a);
    List<Expr> right = Sum.termsOf(b);
    if (left.size() * (long) right.size() > MOST_TERMS) {
      return null;
    }
    return Sum.of(left.stream().flatMap(s -> right.stream().map(s::times)).toList());
  }
}
