package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;

/** sin² + cos² = 1 and cosh² − sinh² = 1, wherever the two stand with the same factors. */
final class Trigonometry {
  private Trigonometry() {}

  static Expr contracted(Sum sum) {
    for (Expr term : sum.terms()) {
      for (Expr factor : Product.factorsOf(term)) {
        Expr shorter = withPartner(sum, term, factor);
        if (shorter != sum) {
          return shorter;
        }
      }
    }
    return sum;
  }

  private static Expr withPartner(Sum sum, Expr term, Expr factor) {
    boolean square = Power.exponentOf(factor).equals(Num.TWO);
    if (!square || !(Power.baseOf(factor) instanceof Call c)) {
      return sum;
    }
    Expr rest = term.over(factor);
    if (c.isCallOf("sin")) {
      Expr partner = rest.times(Functions.call("cos", c.argument()).pow(2));
      return replaced(sum, term, partner, rest);
    }
    if (c.isCallOf("cosh")) {
      Expr partner = rest.times(Functions.call("sinh", c.argument()).pow(2)).negated();
      return replaced(sum, term, partner, rest);
    }
    return sum;
  }

  private static Expr replaced(Sum sum, Expr term, Expr partner, Expr rest) {
    List<Expr> terms = new ArrayList<>(sum.terms());
    if (!terms.remove(partner)) {
      return sum;
    }
    terms.set(terms.indexOf(term), rest);
    return Sum.of(terms);
  }
}
