package org.jacobean.autodiff.rule;

import static org.jacobean.autodiff.rule.Primitive.COS;
import static org.jacobean.autodiff.rule.Primitive.COSH;
import static org.jacobean.autodiff.rule.Primitive.EXCEEDS;
import static org.jacobean.autodiff.rule.Primitive.INSIDE;
import static org.jacobean.autodiff.rule.Primitive.LOG;
import static org.jacobean.autodiff.rule.Primitive.POW;
import static org.jacobean.autodiff.rule.Primitive.SHARE;
import static org.jacobean.autodiff.rule.Primitive.SIGNUM;
import static org.jacobean.autodiff.rule.Primitive.SIGN_BIT;
import static org.jacobean.autodiff.rule.Primitive.SIN;
import static org.jacobean.autodiff.rule.Primitive.SINH;
import static org.jacobean.autodiff.rule.Primitive.SQRT;
import static org.jacobean.autodiff.rule.Primitive.TWO_TO;
import static org.jacobean.autodiff.rule.Primitive.UNLESS;
import static org.jacobean.autodiff.rule.Term.ONE;
import static org.jacobean.autodiff.rule.Term.RESULT;
import static org.jacobean.autodiff.rule.Term.ZERO;
import static org.jacobean.autodiff.rule.Term.apply;
import static org.jacobean.autodiff.rule.Term.number;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every rule the engine knows: one line an operation. */
public final class Rules {
  private static final Map<String, Rule> ALL = new LinkedHashMap<>();
  private static final Term X = new Term.Arg(0);
  private static final Term Y = new Term.Arg(1);
  private static final Term Z = new Term.Arg(2);

  static {
    binary("add", (x, y) -> ONE, (x, y) -> ONE);
    binary("sub", (x, y) -> ONE, (x, y) -> number(-1));
    binary("mul", (x, y) -> y, (x, y) -> x);
    binary("div", (x, y) -> ONE.over(y), (x, y) -> RESULT.over(y).negate());
    binary("rem", (x, y) -> ONE, (x, y) -> x.minus(RESULT).over(y).negate()); // −trunc(x/y)
    unary("neg", x -> number(-1));
    unary("cast", x -> ONE);

    unary("sin", x -> apply(COS, x));
    unary("cos", x -> apply(SIN, x).negate());
    unary("tan", x -> RESULT.square().plus(1));
    unary("asin", x -> ONE.over(apply(SQRT, ONE.minus(x.square()))), "infinite at ±1");
    unary("acos", x -> number(-1).over(apply(SQRT, ONE.minus(x.square()))), "infinite at ±1");
    unary("atan", x -> ONE.over(x.square().plus(1)));
    unary("sinh", x -> apply(COSH, x));
    unary("cosh", x -> apply(SINH, x));
    unary("tanh", x -> ONE.minus(RESULT.square()));
    unary("exp", x -> RESULT);
    unary("expm1", x -> RESULT.plus(1));
    unary("log", x -> ONE.over(x), "infinite at 0");
    unary("log10", x -> number(1 / Math.log(10)).over(x), "infinite at 0");
    unary("log1p", x -> ONE.over(x.plus(1)), "infinite at −1");
    unary("sqrt", x -> number(0.5).over(RESULT), "infinite at 0");
    unary("cbrt", x -> ONE.over(RESULT.square().times(3)), "infinite at 0");
    unary("toRadians", x -> number(Math.PI / 180));
    unary("toDegrees", x -> number(180 / Math.PI));
    unary("abs", x -> apply(SIGNUM, x), "0 at 0");
    binary(
        "pow",
        (x, y) -> apply(UNLESS, ZERO, y.times(apply(POW, x, y.minus(ONE))), y),
        (x, y) -> apply(UNLESS, ZERO, RESULT.times(apply(LOG, x)), x),
        "by the base 0 where the exponent is 0; by the exponent 0 where the base is 0, NaN where it is negative");
    binary(
        "atan2",
        (y, x) -> x.over(x.square().plus(y.square())),
        (y, x) -> y.over(x.square().plus(y.square())).negate(),
        "NaN at the origin");
    binary(
        "hypot",
        (x, y) -> apply(UNLESS, ZERO, x.over(RESULT), RESULT),
        (x, y) -> apply(UNLESS, ZERO, y.over(RESULT), RESULT),
        "0 at the origin");
    binary(
        "IEEEremainder",
        (x, y) -> ONE,
        (x, y) -> x.minus(RESULT).over(y).negate(),
        "jumps where x/y is half-way");
    shared(
        "max",
        (x, y) -> apply(SHARE, x, y),
        (x, y) -> apply(SHARE, y, x),
        (x, y) -> apply(EXCEEDS, x, y),
        (x, y) -> apply(EXCEEDS, y, x));
    shared(
        "min",
        (x, y) -> apply(SHARE, y, x),
        (x, y) -> apply(SHARE, x, y),
        (x, y) -> apply(EXCEEDS, y, x),
        (x, y) -> apply(EXCEEDS, x, y));
    ternary("fma", Y, X, ONE, "");
    ternary(
        "clamp",
        apply(INSIDE, Y, X, Z),
        apply(EXCEEDS, Y, X),
        apply(EXCEEDS, X, Z),
        "1 by the value at both bounds");
    binary(
        "copySign",
        (x, y) -> apply(SIGN_BIT, x).times(apply(SIGN_BIT, y)),
        (x, y) -> ZERO,
        "follows the sign bit at 0");
    binary("scalb", (x, n) -> apply(TWO_TO, n), (x, n) -> ZERO);
    binary("nextAfter", (x, y) -> ONE, (x, y) -> ZERO);
    unary("nextUp", x -> ONE);
    unary("nextDown", x -> ONE);
    for (String step : List.of("signum", "floor", "ceil", "rint", "ulp"))
      unary(step, x -> ZERO, "0, also at its jumps");
  }

  private Rules() {}

  /** The rule of an operation, or null when there is none. */
  public static @Nullable Rule of(String name) {
    return ALL.get(name);
  }

  public static Collection<Rule> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  private static void unary(String name, UnaryOperator<Term> partial) {
    unary(name, partial, "");
  }

  private static void unary(String name, UnaryOperator<Term> partial, String edges) {
    List<Term> p = List.of(partial.apply(X));
    ALL.put(name, new Rule(name, p, p, edges));
  }

  private static void binary(
      String name, BinaryOperator<Term> byFirst, BinaryOperator<Term> bySecond) {
    binary(name, byFirst, bySecond, "");
  }

  private static void binary(
      String name, BinaryOperator<Term> byFirst, BinaryOperator<Term> bySecond, String edges) {
    List<Term> p = List.of(byFirst.apply(X, Y), bySecond.apply(X, Y));
    ALL.put(name, new Rule(name, p, p, edges));
  }

  private static void ternary(String name, Term first, Term second, Term third, String edges) {
    List<Term> p = List.of(first, second, third);
    ALL.put(name, new Rule(name, p, p, edges));
  }

  /**
   * A tie is shared half and half between two active arguments, and is worth 0 against a constant:
   * ReLU′(0) = 0.
   */
  private static void shared(
      String name,
      BinaryOperator<Term> byFirst,
      BinaryOperator<Term> bySecond,
      BinaryOperator<Term> byFirstAlone,
      BinaryOperator<Term> bySecondAlone) {
    ALL.put(
        name,
        new Rule(
            name,
            List.of(byFirst.apply(X, Y), bySecond.apply(X, Y)),
            List.of(byFirstAlone.apply(X, Y), bySecondAlone.apply(X, Y)),
            "a tie is shared ½ and ½; against a constant it is 0, so the derivative of max(0, x) at 0 is 0"));
  }
}
