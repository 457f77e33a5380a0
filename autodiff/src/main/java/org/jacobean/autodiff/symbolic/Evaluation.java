package org.jacobean.autodiff.symbolic;

import java.util.HashMap;
import java.util.Map;

/** Computes formulas in double arithmetic. */
final class Evaluation {
  private final Map<Var, Double> values;
  private final Map<Expr, Double> known = new HashMap<>();

  Evaluation(Map<Var, Double> values) {
    this.values = values;
  }

  double of(Expr e) {
    Double before = known.get(e);
    if (before != null) {
      return before;
    }
    double value = compute(e);
    known.put(e, value);
    return value;
  }

  private double compute(Expr e) {
    if (e instanceof Num n) {
      return n.doubleValue();
    }
    if (e instanceof Constant c) {
      return c.value();
    }
    if (e instanceof Var v) {
      return valueOf(v);
    }
    if (e instanceof Sum s) {
      return s.terms().stream().mapToDouble(this::of).reduce(0, Double::sum);
    }
    if (e instanceof Product p) {
      return product(p);
    }
    return e instanceof Power p ? power(of(p.base()), p) : operation(e);
  }

  private double operation(Expr e) {
    if (e instanceof Call c) {
      return c.function().value(c.arguments().stream().mapToDouble(this::of).toArray());
    }
    if (e instanceof Choice c) {
      Condition when = c.when();
      boolean holds = when.relation().holds(of(when.left()), of(when.right()));
      return of(holds ? c.then() : c.otherwise());
    }
    return of(PendingDerivative.workedOut(e));
  }

  private double valueOf(Var v) {
    Double value = values.get(v);
    if (value == null) {
      throw new UnknownVariableException(v, values.keySet());
    }
    return value;
  }

  /** Numerator over denominator, as the formula is written. */
  private double product(Product p) {
    Quotient quotient = Quotient.of(p);
    double top = quotient.numerator().stream().mapToDouble(this::of).reduce(1, (a, b) -> a * b);
    double below = quotient.denominator().stream().mapToDouble(this::of).reduce(1, (a, b) -> a * b);
    return quotient.sign() * top / below;
  }

  private double power(double base, Power p) {
    if (p.base() == Constant.E) {
      return Math.exp(of(p.exponent()));
    }
    double exponent = of(p.exponent());
    if (exponent < 0 && Printer.isReciprocal(p)) {
      return 1 / of(p.base().pow(p.exponent().negated()));
    }
    if (exponent == 0.5) {
      return Math.sqrt(base);
    }
    return exponent == 2 ? base * base : Math.pow(base, exponent);
  }
}
