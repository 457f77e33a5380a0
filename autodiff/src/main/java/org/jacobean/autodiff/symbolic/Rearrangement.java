package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Other ways to write a product. */
final class Rearrangement {
  private Rearrangement() {}

  static List<Expr> of(Product product) {
    List<Expr> found = new ArrayList<>(List.of(numbersInFront(product)));
    found.addAll(ofNumerator(product));
    found.addAll(intoChoice(product));
    found.addAll(Cancelling.of(product));
    return found;
  }

  /** (2a + 2b)/4 = (a + b)/2: what a group's terms have in common joins the number in front. */
  private static Expr numbersInFront(Product product) {
    List<Expr> factors = new ArrayList<>(List.of(product.coefficient()));
    for (Expr factor : product.factors()) {
      boolean group = Power.baseOf(factor) instanceof Sum && isInteger(Power.exponentOf(factor));
      factors.add(group ? primitive(factor) : factor);
    }
    return Expr.product(factors);
  }

  private static boolean isInteger(Expr exponent) {
    return exponent instanceof Num n && n.isInteger();
  }

  private static Expr primitive(Expr power) {
    Sum base = (Sum) Power.baseOf(power);
    Num content = Factoring.content(base);
    Expr exponent = Power.exponentOf(power);
    List<Expr> terms = base.terms().stream().map(t -> t.over(content)).toList();
    return content.pow(exponent).times(Sum.of(terms).pow(exponent));
  }

  /** A fraction with what stands above the bar multiplied out, and taken apart again. */
  static List<Expr> ofNumerator(Expr e) {
    Quotient q = Quotient.of(e);
    Expr below = Expr.product(q.denominator()).pow(-1);
    Expr above = Expr.product(q.numerator()).times(Num.of(q.sign()));
    Expr expanded = q.isFraction() ? Expansion.of(above) : null;
    if (expanded == null) {
      return List.of();
    }
    List<Expr> found = new ArrayList<>(List.of(expanded.times(below)));
    if (expanded instanceof Sum s) {
      found.add(Factoring.commonFactor(s).times(below));
      found.add(Trigonometry.contracted(s).times(below));
    }
    return found;
  }

  /** Factors go into the branches of a choice when one of the branches is a number. */
  private static List<Expr> intoChoice(Product product) {
    List<Expr> factors = product.factors();
    return IntStream.range(0, factors.size())
        .filter(i -> factors.get(i) instanceof Choice)
        .mapToObj(i -> intoChoice(product, i))
        .toList();
  }

  private static Expr intoChoice(Product product, int position) {
    Choice choice = (Choice) product.factors().get(position);
    Expr rest =
        Expr.product(Differentiation.with(product.factors(), position, product.coefficient()));
    return Choice.of(choice.when(), rest.times(choice.then()), rest.times(choice.otherwise()));
  }
}
