package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;

/**
 * Division of sums with remainder: (x² − y²)/(x − y) = x + y, and (y·e⁻ᶻ + y − 1)/(1 + e⁻ᶻ) = y −
 * 1/(1 + e⁻ᶻ).
 */
final class Division {
  private static final int MOST_TERMS = 6;
  private static final int MOST_ROUNDS = 4;

  private Division() {}

  /** What a fraction becomes when its numerator is divided by one of the groups below the bar. */
  static List<Expr> of(Expr fraction) {
    Quotient q = Quotient.of(fraction);
    Expr above = Expr.product(q.numerator()).times(Num.of(q.sign()));
    Expr expanded = q.isFraction() ? Expansion.of(above) : null;
    List<Expr> found = new ArrayList<>();
    if (expanded instanceof Sum numerator && numerator.terms().size() <= MOST_TERMS) {
      for (Expr factor : q.denominator()) {
        if (Power.baseOf(factor) instanceof Sum divisor && divisor.terms().size() <= MOST_TERMS) {
          Expr rest = Expr.product(q.denominator()).over(divisor);
          divide(numerator, divisor, rest, found);
        }
      }
    }
    return found;
  }

  private static void divide(Sum numerator, Sum divisor, Expr rest, List<Expr> found) {
    for (Expr lead : divisor.terms()) {
      Expr quotient = Num.ZERO;
      Expr remainder = numerator;
      for (int round = 0; round < MOST_ROUNDS && !remainder.isZero(); round++) {
        Expr next = shortest(remainder, divisor, lead);
        Expr product = Expansion.distributed(next, divisor);
        if (product == null) {
          break;
        }
        quotient = quotient.plus(next);
        remainder = minus(remainder, product);
        int terms = Sum.termsOf(quotient).size() + Sum.termsOf(remainder).size();
        if (remainder.isZero() || terms <= numerator.terms().size()) {
          found.add(quotient.plus(remainder.over(divisor)).over(rest));
        }
      }
    }
  }

  /** The multiple of the divisor that leaves the shortest remainder. */
  private static Expr shortest(Expr remainder, Sum divisor, Expr lead) {
    Expr best = Sum.termsOf(remainder).get(0).over(lead);
    double fewest = Double.MAX_VALUE;
    Readability.Measure measure = new Readability.Measure();
    for (Expr term : Sum.termsOf(remainder)) {
      Expr candidate = term.over(lead);
      Expr product = Expansion.distributed(candidate, divisor);
      double left =
          product == null
              ? Double.MAX_VALUE
              : 100 * terms(remainder, product) + measure.of(candidate).symbols();
      if (left < fewest) {
        fewest = left;
        best = candidate;
      }
    }
    return best;
  }

  private static int terms(Expr remainder, Expr product) {
    Expr left = minus(remainder, product);
    return left.isZero() ? 0 : Sum.termsOf(left).size();
  }

  private static Expr minus(Expr a, Expr b) {
    return Expr.sum(
        java.util.stream.Stream.concat(
                Sum.termsOf(a).stream(), Sum.termsOf(b).stream().map(Expr::negated))
            .toList());
  }
}
