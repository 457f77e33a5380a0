package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order of a polynomial that was multiplied out: falling powers of its first variable. */
final class MonomialOrder {
  private MonomialOrder() {}

  /** The sum in that order if it is a polynomial, else as it is. */
  static Expr sorted(Expr e) {
    if (!(e instanceof Sum sum) || !sum.terms().stream().allMatch(MonomialOrder::isMonomial)) {
      return e;
    }
    List<Var> variables = new ArrayList<>(sum.variables());
    Comparator<Expr> order = (a, b) -> 0;
    for (Var v : variables) {
      order = order.thenComparing(Comparator.comparingLong(t -> -power(t, v)));
    }
    return Sum.of(sum.terms().stream().sorted(order).toList());
  }

  private static boolean isMonomial(Expr term) {
    for (Map.Entry<Expr, Expr> p : Product.powersOf(term).entrySet()) {
      boolean natural = p.getValue() instanceof Num n && n.isSmallInteger() && n.signum() > 0;
      if (!natural || !(p.getKey() instanceof Var)) {
        return false;
      }
    }
    return true;
  }

  private static long power(Expr term, Var v) {
    return Product.powersOf(term).get(v) instanceof Num n ? n.longValue() : 0;
  }
}
