package org.jacobean.autodiff.symbolic;

import java.util.Comparator;
import java.util.List;

/**
 * How people order factors: roots of numbers, π, letters, e to a power, roots, functions, groups.
 */
final class FactorOrder {
  private FactorOrder() {}

  static List<Expr> sorted(List<Expr> factors) {
    return factors.stream().sorted(Comparator.comparingInt(FactorOrder::rank)).toList();
  }

  private static int rank(Expr factor) {
    Expr base = Power.baseOf(factor);
    if (base instanceof Num) {
      return 0;
    }
    if (base instanceof Constant) {
      return base == factor ? 1 : 3;
    }
    boolean root = Power.exponentOf(factor) instanceof Num n && !n.isInteger();
    if (base instanceof Var) {
      return root ? 4 : 2;
    }
    if (base instanceof Call) {
      return 5;
    }
    return base instanceof Sum ? (root ? 4 : 6) : 7;
  }
}
