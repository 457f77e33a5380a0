package org.jacobean.autodiff.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much there is to read in a formula: its symbols, and separately what brackets cost. */
record Readability(double symbols, double effort) {
  private static final double BRACKETS = 1.5;
  private static final double SIGN = 0.2;
  private static final double BAR = 0.5;

  /** Measures formulas, each part once. */
  static final class Measure {
    private final Map<Expr, Readability> known = new HashMap<>();

    Readability of(Expr e) {
      Readability before = known.get(e);
      if (before != null) {
        return before;
      }
      Readability measured = measured(e);
      known.put(e, measured);
      return measured;
    }

    private Readability measured(Expr e) {
      if (e instanceof Num n) {
        return new Readability(1, 1 + 0.05 * n.readable().length());
      }
      if (e.children().isEmpty()) {
        return new Readability(1, 1);
      }
      if (e instanceof Sum s) {
        return ofSum(s);
      }
      if (e instanceof Product || Printer.isReciprocal(e)) {
        return ofQuotient(Quotient.of(e));
      }
      return e instanceof Power p ? ofPower(p) : ofChildren(e);
    }

    private Readability ofSum(Sum sum) {
      Readability total = new Readability(0, SIGN * (sum.terms().size() - 1));
      for (Expr term : sum.terms()) {
        Num c = Sum.coefficient(term);
        total = total.plus(of(c.signum() < 0 ? term.negated() : term));
        boolean group = c.equals(Num.MINUS_ONE) && term.negated() instanceof Sum;
        total = group ? total.plus(new Readability(0, BRACKETS)) : total;
      }
      return total;
    }

    private Readability ofQuotient(Quotient q) {
      Readability above = ofFactors(q.numerator(), q.sign() < 0 && !q.isFraction());
      return q.isFraction()
          ? above.plus(ofFactors(q.denominator(), false)).plus(new Readability(0, BAR))
          : above;
    }

    private Readability ofFactors(List<Expr> factors, boolean signed) {
      Readability total = new Readability(factors.isEmpty() ? 1 : 0, factors.isEmpty() ? 1 : 0);
      for (Expr f : factors) {
        boolean group = f instanceof Sum && (factors.size() > 1 || signed);
        total = total.plus(of(f)).plus(new Readability(0, group ? BRACKETS : 0));
      }
      return total;
    }

    private Readability ofPower(Power p) {
      boolean root = p.exponent().equals(Num.HALF);
      Readability exponent = root ? new Readability(0.5, 0.5) : ofExponent(p.exponent());
      double brackets = p.base() instanceof Sum && !root ? BRACKETS : 0;
      return of(p.base()).plus(exponent).plus(new Readability(0, brackets));
    }

    /** High powers are a little harder to read than low ones. */
    private Readability ofExponent(Expr exponent) {
      boolean high = exponent instanceof Num n && n.isSmallInteger() && n.longValue() > 2;
      double more = high ? 0.02 * Math.min(20, ((Num) exponent).longValue() - 2) : 0;
      return of(exponent).plus(new Readability(more, more));
    }

    private Readability ofChildren(Expr e) {
      Readability total = new Readability(1, 1);
      for (Expr child : e.children()) {
        total = total.plus(of(child));
      }
      return total;
    }
  }

  private Readability plus(Readability other) {
    return new Readability(symbols + other.symbols, effort + other.effort);
  }

  boolean isShorterThan(Readability other) {
    return symbols < other.symbols - 1e-9
        || (symbols < other.symbols + 1e-9 && effort < other.effort - 1e-9);
  }

  /** Whether this reads better: fewer symbols, and no more effort for brackets than that saves. */
  boolean beats(Readability other) {
    return symbols < other.symbols - 1e-9 && effort < other.effort - 1e-9;
  }
}
