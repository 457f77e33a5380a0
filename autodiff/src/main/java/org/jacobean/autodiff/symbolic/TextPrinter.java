package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas so that {@link ExprParser} reads them back: {@code 3*x^2 + sin(x*y)/2}. */
final class TextPrinter extends LinePrinter {
  @Override
  String minus() {
    return "-";
  }

  @Override
  String symbol(Condition.Relation relation) {
    return relation.java();
  }

  @Override
  String number(Num n) {
    return n.toString();
  }

  @Override
  Binding binding(Expr e) {
    boolean fraction = e instanceof Num n && n.signum() > 0 && !n.isReadExactly();
    return fraction ? Binding.PRODUCT : super.binding(e);
  }

  @Override
  String constant(Constant c) {
    return c.textName();
  }

  @Override
  String variable(Var v) {
    return v.name();
  }

  @Override
  String factors(List<Expr> factors) {
    return factors.stream()
        .map(f -> within(f, factors.size() == 1 ? Binding.PRODUCT : Binding.POWER))
        .collect(Collectors.joining("*"));
  }

  @Override
  String power(Power p) {
    return within(p.base(), Binding.ATOM) + "^" + within(p.exponent(), Binding.ATOM);
  }

  @Override
  String call(Call c) {
    return c.function().name() + arguments(c);
  }

  @Override
  String choice(Choice c) {
    return condition(c.when())
        + " ? "
        + within(c.then(), Binding.SUM)
        + " : "
        + print(c.otherwise());
  }

  @Override
  String derivative(PendingDerivative d) {
    return "diff(" + print(d.of()) + ", " + d.by().name() + ")";
  }
}
