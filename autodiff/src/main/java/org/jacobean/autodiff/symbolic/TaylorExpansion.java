package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.symbolic.TaylorPolynomial.Term;

/** Finds Taylor coefficients: ∂ᵏf(a)/k!, each derivative made from one of the order below. */
final class TaylorExpansion {
  private final List<Var> variables;
  private final Substitution atPoint;
  private final Evaluation numbers;
  private final int order;
  private final int mostTerms;
  private final List<Term> terms = new ArrayList<>();

  TaylorExpansion(Map<Var, Num> point, int order, int mostTerms) {
    this.variables = List.copyOf(point.keySet());
    this.atPoint = new Substitution(point);
    Map<Var, Double> values = new HashMap<>();
    point.forEach((v, n) -> values.put(v, n.doubleValue()));
    this.numbers = new Evaluation(values);
    this.order = order;
    this.mostTerms = mostTerms;
  }

  List<Term> of(Expr e) {
    if (order < 0) {
      throw new IllegalArgumentException("a Taylor polynomial has order 0 or more, not " + order);
    }
    List<Integer> zeros = variables.stream().map(v -> 0).toList();
    Map<List<Integer>, Expr> level = new java.util.LinkedHashMap<>(Map.of(zeros, e));
    for (int k = 0; k <= order; k++) {
      level.forEach(this::addTerm);
      level = k == order ? Map.of() : next(level);
    }
    return terms;
  }

  private void addTerm(List<Integer> powers, Expr derivative) {
    Expr exact = atPoint.of(derivative);
    Expr value = exact instanceof Num ? exact : Expr.number(numbers.of(derivative));
    if (!(value instanceof Num n)) {
      throw new NoFormulaException(
          "no Taylor polynomial here: a derivative of the formula is "
              + value.unicode()
              + " at this point; choose a point where the function is smooth");
    }
    long factorials = 1;
    for (int p : powers) {
      for (int i = 2; i <= p; i++) {
        factorials *= i;
      }
    }
    if (n.signum() != 0) {
      terms.add(new Term(n.multiply(Num.fraction(1, factorials)), powers));
    }
  }

  /** Derivatives of the next order, each found once: only by variables not before the last used. */
  private Map<List<Integer>, Expr> next(Map<List<Integer>, Expr> level) {
    Map<List<Integer>, Expr> next = new java.util.LinkedHashMap<>();
    level.forEach((powers, e) -> addNext(powers, e, next));
    if (next.size() > mostTerms) {
      throw new FormulaTooLargeException(
          "a Taylor polynomial of order "
              + order
              + " in "
              + variables.size()
              + " variables has more than "
              + mostTerms
              + " terms; ask for a lower order or fewer variables");
    }
    return next;
  }

  private void addNext(List<Integer> powers, Expr e, Map<List<Integer>, Expr> next) {
    int last = lastUsed(powers);
    for (int i = last; i < variables.size(); i++) {
      List<Integer> higher = new ArrayList<>(powers);
      higher.set(i, powers.get(i) + 1);
      next.put(List.copyOf(higher), e.derivative(variables.get(i)));
    }
  }

  private static int lastUsed(List<Integer> powers) {
    int last = 0;
    for (int i = 0; i < powers.size(); i++) {
      last = powers.get(i) > 0 ? i : last;
    }
    return last;
  }
}
