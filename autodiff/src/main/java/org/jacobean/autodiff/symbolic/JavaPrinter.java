package org.jacobean.autodiff.symbolic;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas as Java expressions over double variables. */
final class JavaPrinter extends LinePrinter {
  private static final int LONGEST_PRODUCT_OF_EQUALS = 4;

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
    boolean smallInteger = n.isSmallInteger();
    return smallInteger ? n.toString() : Double.toString(n.doubleValue());
  }

  @Override
  Binding binding(Expr e) {
    if (e instanceof Num n && n.signum() >= 0) {
      return Binding.ATOM;
    }
    if (e instanceof Power p && !isReciprocal(p)) {
      return repeats(p) ? Binding.PRODUCT : Binding.ATOM;
    }
    return super.binding(e);
  }

  @Override
  String constant(Constant c) {
    return c.javaName();
  }

  @Override
  String variable(Var v) {
    return v.name().replaceAll("\\.(\\w+)", ".$1()"); // what has a dot is a record's component
  }

  @Override
  String factors(List<Expr> factors) {
    return factors.stream()
        .map(f -> within(f, repeated(f) ? Binding.PRODUCT : Binding.POWER))
        .collect(Collectors.joining("*"));
  }

  private static boolean repeated(Expr f) {
    return f instanceof Power p && repeats(p);
  }

  /** Whether a power is written as a product: x*x. */
  private static boolean repeats(Power p) {
    return p.base() instanceof Var
        && p.exponent() instanceof Num n
        && n.isSmallInteger()
        && n.longValue() >= 2
        && n.longValue() <= LONGEST_PRODUCT_OF_EQUALS;
  }

  @Override
  String power(Power p) {
    if (repeats(p)) {
      int times = (int) ((Num) p.exponent()).longValue();
      return String.join("*", Collections.nCopies(times, variable((Var) p.base())));
    }
    if (p.base() == Constant.E) {
      return "Math.exp(" + print(p.exponent()) + ")";
    }
    if (p.exponent().equals(Num.HALF)) {
      return "Math.sqrt(" + print(p.base()) + ")";
    }
    return "Math.pow(" + print(p.base()) + ", " + print(p.exponent()) + ")";
  }

  @Override
  String call(Call c) {
    if (c.isCallOf("rem")) {
      String left = within(c.arguments().get(0), Binding.ATOM);
      return "(" + left + " % " + within(c.arguments().get(1), Binding.ATOM) + ")";
    }
    return c.function().java() + arguments(c);
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
    return within(PendingDerivative.workedOut(d), Binding.ATOM);
  }
}
