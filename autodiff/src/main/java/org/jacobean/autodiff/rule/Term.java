package org.jacobean.autodiff.rule;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A small expression over the arguments and the result of an operation: how a local partial
 * derivative is written. Every reading of a program uses the same terms: emitted as code, evaluated
 * as a number, or turned into a formula.
 */
public sealed interface Term {

  /** The operation's argument with this index. */
  record Arg(int index) implements Term {}

  /** What the operation gave. */
  record Result() implements Term {}

  record Number(double value) implements Term {}

  /** A {@link Primitive} applied to terms. */
  record Apply(Primitive primitive, List<Term> args) implements Term {}

  /** A method written by hand, on terms. */
  record Call(java.lang.reflect.Method method, List<Term> args) implements Term {
    /** Its value; what it throws comes out as itself. */
    double value(double[] values) {
      Object[] boxes = java.util.Arrays.stream(values).boxed().toArray();
      try {
        method.setAccessible(true);
        return (Double) method.invoke(null, boxes);
      } catch (ReflectiveOperationException e) {
        if (e.getCause() instanceof RuntimeException r) throw r;
        throw new org.jacobean.autodiff.error.EngineFault(
            "A rule could not be called: " + method, e);
      }
    }
  }

  Term RESULT = new Result();
  Term ZERO = new Number(0);
  Term ONE = new Number(1);

  /** The value of the term when the operation took these arguments and gave this result. */
  default double value(double[] args, double result) {
    if (this instanceof Arg a) return args[a.index];
    if (this instanceof Number n) return n.value;
    if (this instanceof Call c)
      return c.value(c.args.stream().mapToDouble(t -> t.value(args, result)).toArray());
    if (!(this instanceof Apply f)) return result;
    double[] values = new double[f.args.size()];
    for (int i = 0; i < values.length; i++) values[i] = f.args.get(i).value(args, result);
    return f.primitive.value(values);
  }

  default boolean isZero() {
    return this instanceof Number n && n.value == 0;
  }

  default boolean isOne() {
    return this instanceof Number n && n.value == 1;
  }

  /** Whether it mentions an argument the predicate accepts; the result counts as argument −1. */
  default boolean mentions(IntPredicate argument) {
    if (this instanceof Arg a) return argument.test(a.index);
    if (this instanceof Result) return argument.test(-1);
    if (this instanceof Call c) return c.args.stream().anyMatch(t -> t.mentions(argument));
    return this instanceof Apply f && f.args.stream().anyMatch(t -> t.mentions(argument));
  }

  default Term plus(Term t) {
    return apply(Primitive.ADD, this, t);
  }

  default Term minus(Term t) {
    return apply(Primitive.SUB, this, t);
  }

  default Term times(Term t) {
    return apply(Primitive.MUL, this, t);
  }

  default Term times(double c) {
    return new Number(c).times(this);
  }

  default Term over(Term t) {
    return apply(Primitive.DIV, this, t);
  }

  default Term negate() {
    return apply(Primitive.NEG, this);
  }

  default Term square() {
    return times(this);
  }

  default Term plus(double c) {
    return plus(new Number(c));
  }

  static Term number(double c) {
    return new Number(c);
  }

  static Term apply(Primitive p, Term... args) {
    return new Apply(p, List.of(args));
  }
}
