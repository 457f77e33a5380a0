package org.jacobean.autodiff.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Differentiates formulas by one variable; each shared part once. */
final class Differentiation {
  private final Var by;
  private final Map<Expr, Expr> known = new HashMap<>();

  Differentiation(Var by) {
    this.by = by;
  }

  Expr of(Expr e) {
    Expr before = known.get(e);
    if (before != null) {
      return before;
    }
    Expr derivative = differentiate(e);
    known.put(e, derivative);
    return derivative;
  }

  private Expr differentiate(Expr e) {
    if (e instanceof Var v) {
      return v.equals(by) ? Num.ONE : Num.ZERO;
    }
    if (e instanceof Sum s) {
      return Sum.of(s.terms().stream().map(this::of).toList());
    }
    if (e instanceof Product p) {
      return ofProduct(p);
    }
    if (e instanceof Power p) {
      return ofPower(p);
    }
    return e instanceof Call c ? ofCall(c) : ofRare(e);
  }

  private Expr ofRare(Expr e) {
    if (e instanceof Choice c) {
      return Choice.of(c.when(), of(c.then()), of(c.otherwise()));
    }
    return e instanceof PendingDerivative d ? of(PendingDerivative.workedOut(d)) : Num.ZERO;
  }

  /** (uvw)′ = u′vw + uv′w + uvw′. */
  private Expr ofProduct(Product p) {
    List<Expr> factors = p.factors();
    return Sum.of(
            IntStream.range(0, factors.size())
                .filter(i -> !of(factors.get(i)).isZero())
                .mapToObj(i -> Product.of(with(factors, i, of(factors.get(i)))))
                .toList())
        .times(p.coefficient());
  }

  static List<Expr> with(List<Expr> factors, int position, Expr replacement) {
    List<Expr> changed = new java.util.ArrayList<>(factors);
    changed.set(position, replacement);
    return changed;
  }

  /** (uⁿ)′ = n uⁿ⁻¹ u′; with a variable exponent (uᵛ)′ = uᵛ (v′ log u + v u′/u). */
  private Expr ofPower(Power p) {
    Expr inner = of(p.base());
    Expr outer = of(p.exponent());
    Expr byBase =
        inner.isZero()
            ? Num.ZERO
            : Product.of(List.of(p.exponent(), p.base().pow(p.exponent().minus(Num.ONE)), inner));
    Expr byExponent =
        outer.isZero() ? Num.ZERO : Product.of(List.of(outer, p, Functions.call("log", p.base())));
    return byBase.plus(byExponent);
  }

  private Expr ofCall(Call c) {
    if (c.isCallOf("max") || c.isCallOf("min")) {
      return ofExtremum(c);
    }
    return Sum.of(
        IntStream.range(0, c.arguments().size())
            .filter(i -> !of(c.arguments().get(i)).isZero())
            .mapToObj(i -> c.function().partial(i, c.arguments()).times(of(c.arguments().get(i))))
            .toList());
  }

  /**
   * The derivative of whichever argument is chosen. A tie is shared, but against a constant it is
   * worth 0, so that the derivative of max(0, x) is 0 at 0.
   */
  private Expr ofExtremum(Call c) {
    Expr u = c.arguments().get(0);
    Expr v = c.arguments().get(1);
    Condition.Relation wins =
        c.isCallOf("max") ? Condition.Relation.GREATER : Condition.Relation.LESS;
    boolean constant = u.variables().isEmpty() || v.variables().isEmpty();
    Expr tie = constant ? Num.ZERO : of(u).plus(of(v)).times(Num.HALF);
    Expr second = Choice.of(new Condition(v, wins, u).readable(), of(v), tie);
    return u.variables().isEmpty()
        ? second
        : Choice.of(
            new Condition(u, wins, v).readable(), of(u), of(v).isZero() && constant ? tie : second);
  }
}
