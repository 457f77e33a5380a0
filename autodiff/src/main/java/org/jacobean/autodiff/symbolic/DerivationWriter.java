package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Differentiates as one does on paper, and writes down which rule is used on which term. */
final class DerivationWriter {
  private final Var by;
  private final boolean partial;
  private final Differentiation differentiation;
  private final List<Step> steps = new ArrayList<>();

  DerivationWriter(Var by, boolean partial) {
    this.by = by;
    this.partial = partial;
    this.differentiation = new Differentiation(by);
  }

  List<Step> steps() {
    return steps;
  }

  void write(Expr e, int depth) {
    if (!e.mentions(by)) {
      leaf(Rule.CONSTANT, e, depth, e.unicode() + " does not depend on " + by.name());
    } else if (e.equals(by)) {
      leaf(Rule.IDENTITY, e, depth, "");
    } else if (e instanceof Sum s) {
      develop(Rule.SUM, e, depth, Sum.of(pending(s.terms())), s.terms(), "");
    } else if (e instanceof Product p) {
      product(p, depth);
    } else if (e instanceof Power p) {
      power(p, depth);
    } else {
      operation(e, depth);
    }
  }

  private void leaf(Rule rule, Expr e, int depth, String note) {
    Expr result = differentiation.of(e).simplified();
    steps.add(new Step(rule, depth, task(e), result, result, note));
  }

  private void develop(
      Rule rule, Expr e, int depth, Expr development, List<Expr> parts, String note) {
    Expr result = differentiation.of(e).simplified();
    steps.add(new Step(rule, depth, task(e), development, result, note));
    parts.stream().distinct().forEach(part -> write(part, depth + 1));
  }

  private PendingDerivative task(Expr e) {
    return new PendingDerivative(e, by, partial);
  }

  private List<Expr> pending(List<Expr> parts) {
    return parts.stream().map(p -> (Expr) task(p)).toList();
  }

  private void product(Product p, int depth) {
    Expr constant =
        Expr.product(p.factors().stream().filter(f -> !f.mentions(by)).toList())
            .times(p.coefficient());
    if (!constant.isOne()) {
      Expr rest = Expr.product(p.factors().stream().filter(f -> f.mentions(by)).toList());
      Expr development = constant.times(task(rest));
      String note = constant.unicode() + " does not depend on " + by.name();
      develop(Rule.CONSTANT_FACTOR, p, depth, development, List.of(rest), note);
    } else if (Quotient.of(p).isFraction()) {
      quotient(Quotient.of(p), p, depth);
    } else {
      develop(Rule.PRODUCT, p, depth, productRule(p.factors()), p.factors(), "");
    }
  }

  private Expr productRule(List<Expr> factors) {
    return Expr.sum(
        IntStream.range(0, factors.size())
            .mapToObj(i -> Expr.product(Differentiation.with(factors, i, task(factors.get(i)))))
            .toList());
  }

  private void quotient(Quotient q, Product p, int depth) {
    Expr u = Expr.product(q.numerator());
    Expr v = Expr.product(q.denominator());
    Expr development = task(u).times(v).minus(u.times(task(v))).over(v.pow(2));
    String note = "u = " + u.unicode() + ", v = " + v.unicode();
    develop(Rule.QUOTIENT, p, depth, development, List.of(u, v), note);
  }

  private void power(Power p, int depth) {
    boolean inBase = p.base().mentions(by);
    boolean inExponent = p.exponent().mentions(by);
    if (inBase && inExponent) {
      generalPower(p, depth);
    } else if (inBase) {
      constantPower(p, depth);
    } else {
      exponential(p, depth);
    }
  }

  private void constantPower(Power p, int depth) {
    if (p.base().equals(by)) {
      leaf(Rule.POWER, p, depth, "n = " + p.exponent().unicode());
      return;
    }
    Expr outer = p.exponent().times(p.base().pow(p.exponent().minus(Num.ONE)));
    chain(p, depth, outer, p.base(), NamedFunction.ARGUMENTS.get(0).pow(p.exponent()));
  }

  private void exponential(Power p, int depth) {
    if (p.exponent().equals(by)) {
      leaf(Rule.EXPONENTIAL, p, depth, "");
      return;
    }
    Expr outer = p.times(Functions.call("log", p.base()));
    chain(p, depth, outer, p.exponent(), p.base().pow(NamedFunction.ARGUMENTS.get(0)));
  }

  private void generalPower(Power p, int depth) {
    Expr u = p.base();
    Expr v = p.exponent();
    Expr development =
        p.times(task(v).times(Functions.call("log", u)).plus(v.times(task(u)).over(u)));
    develop(Rule.GENERAL_POWER, p, depth, development, List.of(u, v), "");
  }

  private void chain(Expr e, int depth, Expr outerDerivative, Expr inner, Expr outer) {
    String note = "outer function " + outer.unicode() + ", inner u = " + inner.unicode();
    Expr development = outerDerivative.times(task(inner));
    develop(Rule.CHAIN, e, depth, development, List.of(inner), note);
  }

  private void operation(Expr e, int depth) {
    if (e instanceof Call c && c.function().arity() == 1) {
      unary(c, depth);
    } else if (e instanceof Call c) {
      manyArguments(c, depth);
    } else if (e instanceof Choice c) {
      Expr development = Choice.of(c.when(), task(c.then()), task(c.otherwise()));
      develop(Rule.CHOICE, c, depth, development, List.of(c.then(), c.otherwise()), "");
    } else {
      leaf(Rule.FUNCTION, e, depth, "");
    }
  }

  private void unary(Call c, int depth) {
    if (c.argument().equals(by)) {
      leaf(Rule.FUNCTION, c, depth, "");
      return;
    }
    Expr outer = Call.of(c.function(), List.of(NamedFunction.ARGUMENTS.get(0)));
    chain(c, depth, c.function().partial(0, c.arguments()), c.argument(), outer);
  }

  private void manyArguments(Call c, int depth) {
    List<Expr> parts = c.arguments().stream().filter(a -> a.mentions(by)).toList();
    if (c.isCallOf("max") || c.isCallOf("min")) {
      String note = "the derivative of whichever argument is chosen";
      develop(Rule.CHOICE, c, depth, differentiation.of(c), parts, note);
      return;
    }
    Expr development =
        Expr.sum(
            IntStream.range(0, c.arguments().size())
                .filter(i -> c.arguments().get(i).mentions(by))
                .mapToObj(
                    i -> c.function().partial(i, c.arguments()).times(task(c.arguments().get(i))))
                .toList());
    develop(Rule.CHAIN, c, depth, development, parts, "one summand for each argument");
  }
}
