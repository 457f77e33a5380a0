package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Multiplies: numbers into one coefficient, powers of one base into one power. */
final class ProductBuilder {
  private Num coefficient = Num.ONE;
  private final Map<Expr, Expr> powers = new LinkedHashMap<>();
  private boolean undefined;

  ProductBuilder timesAll(List<? extends Expr> factors) {
    factors.forEach(this::times);
    return this;
  }

  ProductBuilder times(Expr factor) {
    if (factor instanceof Num n) {
      coefficient = coefficient.multiply(n);
    } else if (factor instanceof Product p) {
      coefficient = coefficient.multiply(p.coefficient());
      p.factors().forEach(this::times);
    } else {
      undefined |= factor == Constant.NAN;
      timesPower(Power.baseOf(factor), Power.exponentOf(factor));
    }
    return this;
  }

  private void timesPower(Expr base, Expr exponent) {
    powers.merge(base, exponent, Expr::plus);
  }

  Expr build() {
    List<Expr> factors = new ArrayList<>();
    boolean again = false;
    for (Map.Entry<Expr, Expr> e : powers.entrySet()) {
      Expr power = Power.of(e.getKey(), e.getValue());
      if (power instanceof Num n) {
        coefficient = coefficient.multiply(n);
      } else {
        Expr positive = withoutSign(power);
        again |= power != positive || power instanceof Product || !sameBase(power, e.getKey());
        factors.add(positive);
      }
    }
    if (undefined || (coefficient.signum() == 0 && factors.contains(Constant.INFINITY))) {
      return Constant.NAN;
    }
    return again
        ? new ProductBuilder().times(coefficient).timesAll(factors).build()
        : Product.canonical(coefficient, factors);
  }

  private static boolean sameBase(Expr power, Expr base) {
    return Power.baseOf(power).equals(base);
  }

  /** −(a + b) and not (−a − b): in a product, a sum of negatives gives its sign to the number. */
  private Expr withoutSign(Expr factor) {
    boolean alone = powers.size() == 1 && coefficient.equals(Num.ONE);
    if (alone || !(factor instanceof Sum s) || !Structure.isNegative(s)) {
      return factor;
    }
    coefficient = coefficient.negate();
    return Structure.negatedTerms(s);
  }
}
