package org.jacobean.autodiff.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A term as signed product and quotient, the form in which an adjoint or tangent is multiplied by
 * it with the fewest operations: {@code −(r/y)} applied to g is {@code −(g/y)·r}.
 */
public record Monomial(
    boolean negative, double constant, List<Term> numerator, List<Term> denominator) {

  public static Monomial of(Term t) {
    List<Term> up = new ArrayList<>();
    List<Term> down = new ArrayList<>();
    double[] c = {1};
    boolean negative = collect(t, false, up, down, c);
    if (c[0] < 0) {
      negative = !negative;
      c[0] = -c[0];
    }
    return new Monomial(negative, c[0], List.copyOf(up), List.copyOf(down));
  }

  private static boolean collect(
      Term t, boolean below, List<Term> up, List<Term> down, double[] c) {
    if (t instanceof Term.Number n && n.value() != 0 && Double.isFinite(1 / n.value())) {
      c[0] = below ? c[0] / n.value() : c[0] * n.value();
      return false;
    }
    if (t instanceof Term.Apply a) {
      if (a.primitive() == Primitive.NEG) return !collect(a.args().get(0), below, up, down, c);
      if (a.primitive() == Primitive.MUL)
        return collect(a.args().get(0), below, up, down, c)
            ^ collect(a.args().get(1), below, up, down, c);
      if (a.primitive() == Primitive.DIV && !below)
        return collect(a.args().get(0), false, up, down, c)
            ^ collect(a.args().get(1), true, up, down, c);
    }
    (below ? down : up).add(t);
    return false;
  }

  public boolean isOne() {
    return constant == 1 && numerator.isEmpty() && denominator.isEmpty();
  }
}
