package org.jacobean.autodiff.symbolic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions formulas know: one line each, with the partial derivatives. Exponential and square
 * root are powers and have no line. Conventions where there is no derivative: |x|′ at 0 is 0, a tie
 * of max or min is shared half and half by its arguments, and is worth 0 against a constant.
 */
public final class Functions {
  private static final Map<String, NamedFunction> BY_NAME =
      Stream.of(
              unary("sin", Math::sin, "cos(u)"),
              unary("cos", Math::cos, "-sin(u)"),
              unary("tan", Math::tan, "1/cos(u)^2"),
              unary("asin", Math::asin, "1/sqrt(1 - u^2)"),
              unary("acos", Math::acos, "-1/sqrt(1 - u^2)"),
              unary("atan", Math::atan, "1/(1 + u^2)"),
              unary("sinh", Math::sinh, "cosh(u)"),
              unary("cosh", Math::cosh, "sinh(u)"),
              unary("tanh", Math::tanh, "1 - tanh(u)^2"),
              unary("log", Math::log, "1/u"),
              unary("log10", Math::log10, "1/(u*log(10))"),
              unary("log1p", Math::log1p, "1/(1 + u)"),
              unary("expm1", Math::expm1, "exp(u)"),
              unary("cbrt", Math::cbrt, "1/(3*cbrt(u)^2)"),
              unary("abs", Math::abs, "signum(u)"),
              unary("signum", Math::signum, "0"),
              unary("floor", Math::floor, "0"),
              unary("ceil", Math::ceil, "0"),
              unary("rint", Math::rint, "0"),
              binary("atan2", Math::atan2, "v/(v^2 + u^2)", "-u/(v^2 + u^2)"),
              binary("hypot", Math::hypot, "u/hypot(u, v)", "v/hypot(u, v)"),
              binary("max", Math::max, "u > v ? 1 : 0", "v > u ? 1 : 0"),
              binary("min", Math::min, "u < v ? 1 : 0", "v < u ? 1 : 0"),
              binary("rem", (u, v) -> u % v, "1", "-(u - rem(u, v))/v"),
              binary("IEEEremainder", Math::IEEEremainder, "1", "-(u - IEEEremainder(u, v))/v"),
              unary("ulp", Math::ulp, "0"),
              binary("copySign", Math::copySign, "signum(u)*copySign(1, v)", "0"))
          .collect(Collectors.toUnmodifiableMap(NamedFunction::name, Function.identity()));

  private Functions() {}

  private static NamedFunction unary(String name, DoubleUnaryOperator value, String partial) {
    return new NamedFunction(
        name, "Math." + name, arguments -> value.applyAsDouble(arguments[0]), partial);
  }

  private static NamedFunction binary(
      String name, DoubleBinaryOperator value, String partialByU, String partialByV) {
    return new NamedFunction(
        name,
        "Math." + name,
        arguments -> value.applyAsDouble(arguments[0], arguments[1]),
        partialByU,
        partialByV);
  }

  public static boolean isKnown(String name) {
    return BY_NAME.containsKey(name) || List.of("exp", "sqrt", "pow").contains(name);
  }

  /** A known function of the given arguments; {@code exp}, {@code sqrt} and {@code pow} too. */
  public static Expr call(String name, Expr... arguments) {
    return switch (name) {
      case "exp" -> Constant.E.pow(arguments[0]);
      case "sqrt" -> arguments[0].pow(Num.HALF);
      case "pow" -> arguments[0].pow(arguments[1]);
      default -> Call.of(named(name), List.copyOf(Arrays.asList(arguments)));
    };
  }

  public static NamedFunction named(String name) {
    NamedFunction function = BY_NAME.get(name);
    if (function == null) {
      throw new UnknownFunctionException(name, new TreeSet<>(BY_NAME.keySet()));
    }
    return function;
  }
}
