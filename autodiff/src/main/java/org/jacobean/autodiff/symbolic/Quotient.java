package org.jacobean.autodiff.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A product as it is written: what stands above the fraction bar and what below, the sign apart.
 * Either list may be empty, which means 1.
 */
record Quotient(int sign, List<Expr> numerator, List<Expr> denominator) {

  static Quotient of(Expr e) {
    Num coefficient = Sum.coefficient(e);
    List<Expr> top = new ArrayList<>();
    List<Expr> below = new ArrayList<>();
    placeNumber(coefficient.abs(), top, below);
    for (Expr factor : FactorOrder.sorted(Product.factorsOf(e))) {
      if (isBelow(factor)) {
        below.add(Power.of(Power.baseOf(factor), Power.exponentOf(factor).negated()));
      } else {
        top.add(factor);
      }
    }
    return new Quotient(coefficient.signum() < 0 ? -1 : 1, top, below);
  }

  private static void placeNumber(Num number, List<Expr> top, List<Expr> below) {
    if (number.isWrittenAsDecimal()) {
      top.add(number);
      return;
    }
    addUnlessOne(number.numerator(), top);
    addUnlessOne(number.denominator(), below);
  }

  private static void addUnlessOne(BigInteger number, List<Expr> list) {
    if (!number.equals(BigInteger.ONE)) {
      list.add(Num.ofDecimal(new java.math.BigDecimal(number)));
    }
  }

  /** Negative powers go below; e^(−x) stays, as people write it. */
  private static boolean isBelow(Expr factor) {
    return Power.baseOf(factor) != Constant.E
        && Sum.coefficient(Power.exponentOf(factor)).signum() < 0
        && !(Power.exponentOf(factor) instanceof Sum);
  }

  boolean isFraction() {
    return !denominator.isEmpty();
  }
}
