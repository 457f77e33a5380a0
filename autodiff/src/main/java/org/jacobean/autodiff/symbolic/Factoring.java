package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out what all terms of a sum have in common, and brings fractions to one denominator. */
final class Factoring {
  private Factoring() {}

  /** Everything the terms have in common, out in front: 2x(y + 1). */
  static Expr commonFactor(Sum sum) {
    Map<Expr, Expr> common = commonPowers(sum);
    return takenOut(sum, product(content(sum), common));
  }

  /** Common letters and groups only: x(2y + 4). */
  static Expr commonLetters(Sum sum) {
    return takenOut(sum, product(Num.ONE, commonPowers(sum)));
  }

  /** One fraction: the smallest power of every base that stands in a denominator goes below. */
  static Expr oneDenominator(Sum sum) {
    Map<Expr, Expr> below = new LinkedHashMap<>();
    for (Expr term : sum.terms()) {
      Product.powersOf(term).forEach((base, n) -> lower(base, n, below));
    }
    return takenOut(sum, product(denominators(sum), below));
  }

  private static void lower(Expr base, Expr exponent, Map<Expr, Expr> below) {
    if (base != Constant.E && exponent instanceof Num n && n.signum() < 0) {
      below.merge(base, n, Factoring::smaller);
    }
  }

  private static Expr smaller(Expr a, Expr b) {
    return ((Num) a).compareTo((Num) b) <= 0 ? a : b;
  }

  /** One over the least common multiple of the terms' own denominators. */
  private static Num denominators(Sum sum) {
    return sum.terms().stream()
        .map(t -> Sum.coefficient(t).isWrittenAsDecimal() ? Num.ONE : Sum.coefficient(t))
        .reduce(Num.ONE, Num::commonFactor);
  }

  /** The greatest number that divides every coefficient, negative when all of them are. */
  static Num content(Sum sum) {
    Num content = null;
    for (Expr term : sum.terms()) {
      Num c = Sum.coefficient(term);
      content = content == null ? c.abs() : content.commonFactor(c.abs());
    }
    boolean decimals = sum.terms().stream().anyMatch(t -> Sum.coefficient(t).isWrittenAsDecimal());
    Num found = content == null || decimals ? Num.ONE : content;
    return Structure.isNegative(sum) ? found.negate() : found;
  }

  private static Map<Expr, Expr> commonPowers(Sum sum) {
    Map<Expr, Expr> common = null;
    for (Expr term : sum.terms()) {
      Map<Expr, Expr> powers = Product.powersOf(term);
      common = common == null ? powers : inBoth(common, powers);
    }
    return common == null ? Map.of() : common;
  }

  private static Map<Expr, Expr> inBoth(Map<Expr, Expr> a, Map<Expr, Expr> b) {
    Map<Expr, Expr> both = new LinkedHashMap<>();
    a.forEach(
        (base, n) -> {
          Expr m = b.get(base);
          Expr shared = m == null ? null : common(base, n, m);
          if (shared != null) {
            both.put(base, shared);
          }
        });
    return both;
  }

  private static @Nullable Expr common(Expr base, Expr n, Expr m) {
    if (n instanceof Num a && m instanceof Num b) {
      boolean sameSign = a.signum() == b.signum();
      return sameSign ? (a.signum() > 0 ? smaller(a, b) : larger(a, b)) : null;
    }
    if (base == Constant.E) {
      List<Expr> terms = Sum.termsOf(n).stream().filter(Sum.termsOf(m)::contains).toList();
      return terms.isEmpty() ? null : Sum.of(terms);
    }
    return n.equals(m) ? n : null;
  }

  private static Expr larger(Expr a, Expr b) {
    return smaller(a, b).equals(a) ? b : a;
  }

  private static Expr product(Num number, Map<Expr, Expr> powers) {
    List<Expr> factors = new ArrayList<>(List.of(number));
    powers.forEach((base, n) -> factors.add(base.pow(n)));
    return Expr.product(factors);
  }

  private static Expr takenOut(Sum sum, Expr factor) {
    if (factor.isOne()) {
      return sum;
    }
    Expr rest = Sum.of(sum.terms().stream().map(t -> t.over(factor)).toList());
    return factor.times(rest);
  }
}
