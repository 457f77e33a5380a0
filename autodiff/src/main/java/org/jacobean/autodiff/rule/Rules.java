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
import org.jspecify.annotations.Nullable;

/** Every rule the engine knows: one line an operation. */
public final class Rules {
  private static final Map<String, Rule> ALL = new LinkedHashMap<>();
  private static final Term X = new Term.Arg(0);
  private static final Term Y = new Term.Arg(1);
  private static final Term Z = new Term.Arg(2);

  static {
    binary("add", ONE, ONE);
    binary("sub", ONE, number(-1));
    binary("mul", Y, X);
    binary("div", ONE.over(Y), RESULT.over(Y).negate());
    binary("rem", ONE, X.minus(RESULT).over(Y).negate()); // −trunc(x/y)
    unary("neg", number(-1));
    unary("cast", ONE);

    unary("sin", apply(COS, X));
    unary("cos", apply(SIN, X).negate());
    unary("tan", RESULT.square().plus(1));
    unary("asin", ONE.over(apply(SQRT, ONE.minus(X.square()))), "infinite at ±1");
    unary("acos", number(-1).over(apply(SQRT, ONE.minus(X.square()))), "infinite at ±1");
    unary("atan", ONE.over(X.square().plus(1)));
    unary("sinh", apply(COSH, X));
    unary("cosh", apply(SINH, X));
    unary("tanh", ONE.minus(RESULT.square()));
    unary("exp", RESULT);
    unary("expm1", RESULT.plus(1));
    unary("log", ONE.over(X), "infinite at 0");
    unary("log10", number(1 / Math.log(10)).over(X), "infinite at 0");
    unary("log1p", ONE.over(X.plus(1)), "infinite at −1");
    unary("sqrt", number(0.5).over(RESULT), "infinite at 0");
    unary("cbrt", ONE.over(RESULT.square().times(3)), "infinite at 0");
    unary("toRadians", number(Math.PI / 180));
    unary("toDegrees", number(180 / Math.PI));
    unary("abs", apply(SIGNUM, X), "0 at 0");
    binary(
        "pow",
        apply(UNLESS, ZERO, Y.times(apply(POW, X, Y.minus(ONE))), Y),
        apply(UNLESS, ZERO, RESULT.times(apply(LOG, X)), X),
        "by the base 0 where the exponent is 0; by the exponent 0 where the base is 0, NaN where it is negative");
    binary(
        "atan2",
        Y.over(Y.square().plus(X.square())),
        X.over(Y.square().plus(X.square())).negate(),
        "NaN at the origin");
    binary(
        "hypot",
        apply(UNLESS, ZERO, X.over(RESULT), RESULT),
        apply(UNLESS, ZERO, Y.over(RESULT), RESULT),
        "0 at the origin");
    binary("IEEEremainder", ONE, X.minus(RESULT).over(Y).negate(), "jumps where x/y is half-way");
    shared(
        "max", apply(SHARE, X, Y), apply(SHARE, Y, X), apply(EXCEEDS, X, Y), apply(EXCEEDS, Y, X));
    shared(
        "min", apply(SHARE, Y, X), apply(SHARE, X, Y), apply(EXCEEDS, Y, X), apply(EXCEEDS, X, Y));
    ternary("fma", Y, X, ONE, "");
    ternary(
        "clamp",
        apply(INSIDE, Y, X, Z),
        apply(EXCEEDS, Y, X),
        apply(EXCEEDS, X, Z),
        "1 by the value at both bounds");
    binary(
        "copySign",
        apply(SIGN_BIT, X).times(apply(SIGN_BIT, Y)),
        ZERO,
        "follows the sign bit at 0");
    binary("scalb", apply(TWO_TO, Y), ZERO);
    binary("nextAfter", ONE, ZERO);
    unary("nextUp", ONE);
    unary("nextDown", ONE);
    for (String step : List.of("signum", "floor", "ceil", "rint", "ulp"))
      unary(step, ZERO, "0, also at its jumps");
  }

  private Rules() {}

  /** The rule of an operation, or null when there is none. */
  public static @Nullable Rule of(String name) {
    return ALL.get(name);
  }

  public static Collection<Rule> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  private static void unary(String name, Term partial) {
    unary(name, partial, "");
  }

  private static void unary(String name, Term partial, String edges) {
    List<Term> p = List.of(partial);
    ALL.put(name, new Rule(name, p, p, edges));
  }

  private static void binary(String name, Term byFirst, Term bySecond) {
    binary(name, byFirst, bySecond, "");
  }

  private static void binary(String name, Term byFirst, Term bySecond, String edges) {
    List<Term> p = List.of(byFirst, bySecond);
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
      String name, Term byFirst, Term bySecond, Term byFirstAlone, Term bySecondAlone) {
    ALL.put(
        name,
        new Rule(
            name,
            List.of(byFirst, bySecond),
            List.of(byFirstAlone, bySecondAlone),
            "a tie is shared ½ and ½; against a constant it is 0, so the derivative of max(0, x) at 0 is 0"));
  }
}
