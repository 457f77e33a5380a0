package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The polynomial that agrees with a formula at a point in value and derivatives up to an order.
 *
 * @param point where, in the order of the variables
 * @param terms by order, those with coefficient zero left out
 */
public record TaylorPolynomial(Expr of, Map<Var, Num> point, int order, List<Term> terms) {
  /** At least this many terms would be needed; more than anybody reads. */
  private static final int MOST_TERMS = 2000;

  /** A coefficient and how often each displacement stands in the term, in variable order. */
  public record Term(Num coefficient, List<Integer> powers) {
    public Term {
      powers = List.copyOf(powers);
    }

    public int order() {
      return powers.stream().mapToInt(Integer::intValue).sum();
    }
  }

  public TaylorPolynomial {
    point = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(point));
    terms = List.copyOf(terms);
  }

  public static TaylorPolynomial of(Expr e, Map<Var, Double> point, int order) {
    Map<Var, Num> exact = new LinkedHashMap<>();
    point.forEach((v, value) -> exact.put(v, Num.of(value)));
    List<Term> terms = new TaylorExpansion(exact, order, MOST_TERMS).of(e);
    return new TaylorPolynomial(e, exact, order, terms);
  }

  /** The polynomial as a formula, multiplied out where that is shorter. */
  public Expr expr() {
    return Expr.sum(terms.stream().map(this::expr).toList()).simplified();
  }

  private Expr expr(Term term) {
    List<Expr> factors = new ArrayList<>(List.of(term.coefficient));
    int i = 0;
    for (Map.Entry<Var, Num> e : point.entrySet()) {
      factors.add(e.getKey().minus(e.getValue()).pow(term.powers.get(i++)));
    }
    return Expr.product(factors);
  }

  public double at(Map<Var, Double> values) {
    Evaluation evaluation = new Evaluation(values);
    return terms.stream().mapToDouble(t -> evaluation.of(expr(t))).sum();
  }

  /** The polynomial in powers of the displacements: 11 + 10(x − 1) + 3(x − 1)². */
  public String unicode() {
    return written(new UnicodePrinter());
  }

  /** The same as LaTeX. */
  public String latex() {
    return written(new LatexPrinter());
  }

  private String written(Printer printer) {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      boolean negative = term.coefficient.signum() < 0;
      String sign = printer.minus();
      String start = negative ? sign : "";
      text.append(text.isEmpty() ? start : " " + (negative ? sign : "+") + " ");
      text.append(written(term, printer));
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  /** The term without its sign; a displacement keeps its brackets even where none are needed. */
  private String written(Term term, Printer printer) {
    Expr size = expr(new Term(term.coefficient.abs(), term.powers));
    return printer.within(size, Printer.Binding.PRODUCT);
  }
}
