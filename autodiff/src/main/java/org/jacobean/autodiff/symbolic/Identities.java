package org.jacobean.autodiff.symbolic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few function values a person knows by heart: sin 0 = 0, log eˣ = x, |−x| = |x|. */
final class Identities {
  private static final Map<String, Num> AT_ZERO =
      Map.ofEntries(
          Map.entry("sin", Num.ZERO),
          Map.entry("cos", Num.ONE),
          Map.entry("tan", Num.ZERO),
          Map.entry("asin", Num.ZERO),
          Map.entry("atan", Num.ZERO),
          Map.entry("sinh", Num.ZERO),
          Map.entry("cosh", Num.ONE),
          Map.entry("tanh", Num.ZERO),
          Map.entry("log1p", Num.ZERO),
          Map.entry("expm1", Num.ZERO),
          Map.entry("cbrt", Num.ZERO));

  private Identities() {}

  static @Nullable Expr of(Call call) {
    Expr u = call.argument();
    if ((call.isCallOf("max") || call.isCallOf("min")) && u.equals(call.arguments().get(1))) {
      return u;
    }
    if (u.isZero() && AT_ZERO.containsKey(call.function().name())) {
      return AT_ZERO.get(call.function().name());
    }
    if (call.isCallOf("log")) {
      return ofLogarithm(u);
    }
    if (u instanceof Num n && call.function().arity() == 1) {
      return ofNumber(call, n);
    }
    return call.isCallOf("abs") ? ofAbsolute(u) : null;
  }

  private static @Nullable Expr ofLogarithm(Expr u) {
    if (u.isOne()) {
      return Num.ZERO;
    }
    return Power.baseOf(u) == Constant.E ? Power.exponentOf(u) : null;
  }

  private static @Nullable Expr ofNumber(Call call, Num n) {
    return switch (call.function().name()) {
      case "abs" -> n.abs();
      case "signum" -> Num.of(n.signum());
      case "floor", "ceil", "rint" -> Num.of(call.function().value(n.doubleValue()));
      default -> null;
    };
  }

  private static @Nullable Expr ofAbsolute(Expr u) {
    if (u instanceof Call c && c.isCallOf("abs")) {
      return u;
    }
    boolean negative = u instanceof Product p && p.coefficient().signum() < 0;
    return negative ? Functions.call("abs", u.negated()) : null;
  }
}
