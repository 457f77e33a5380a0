package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;

/** A factor multiplied into a group in which it cancels: (1 − 1/u)·u = u − 1. */
final class Cancelling {
  private Cancelling() {}

  static List<Expr> of(Product product) {
    List<Expr> found = new ArrayList<>();
    for (Expr group : product.factors()) {
      for (Expr factor : product.factors()) {
        if (factor != group && cancels(group, factor)) {
          found.add(multipliedIn(product, group, factor));
        }
      }
    }
    return found;
  }

  /** Whether the group, or one over it, has a term in which the factor's base stands opposite. */
  private static boolean cancels(Expr group, Expr factor) {
    Expr exponent = Power.exponentOf(group);
    boolean simple = exponent.isOne() || exponent.equals(Num.MINUS_ONE);
    if (!simple || !(Power.baseOf(group) instanceof Sum sum)) {
      return false;
    }
    Expr times = exponent.isOne() ? factor : factor.pow(-1);
    return sum.terms().stream().anyMatch(t -> shortens(t, times))
        && sum.terms().stream()
            .noneMatch(t -> exponentGrows(t, times) || becomesFraction(t, times));
  }

  private static boolean shortens(Expr term, Expr times) {
    return !(term instanceof Num)
        && Product.factorsOf(term.times(times)).size() < Product.factorsOf(term).size();
  }

  /** Whether eᵃ would become eᵃ⁻ᵇ, which is no simpler. */
  private static boolean exponentGrows(Expr term, Expr times) {
    Expr before = Product.powersOf(term).get(Constant.E);
    Expr after = Product.powersOf(term.times(times)).get(Constant.E);
    return before != null
        && after != null
        && Sum.termsOf(after).size() > Sum.termsOf(before).size();
  }

  private static boolean becomesFraction(Expr term, Expr times) {
    int before = Quotient.of(term).denominator().size();
    return Quotient.of(term.times(times)).denominator().size() > before;
  }

  private static Expr multipliedIn(Product product, Expr group, Expr factor) {
    Sum sum = (Sum) Power.baseOf(group);
    Expr exponent = Power.exponentOf(group);
    Expr times = exponent.isOne() ? factor : factor.pow(-1);
    Expr inside = Sum.of(sum.terms().stream().map(t -> t.times(times)).toList());
    List<Expr> others = product.factors().stream().filter(f -> f != group && f != factor).toList();
    return Expr.product(others).times(product.coefficient()).times(inside.pow(exponent));
  }
}
