package org.jacobean.autodiff.value;

import org.jspecify.annotations.Nullable;

/**
 * Where numbers become values and values numbers, in generated code. Derivatives of numbers are the
 * generated code's, those of values are with the values themselves.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // generated code knows no type arguments
public final class Border {
  private Border() {}

  /** The number of a value, which goes on to remember how it was made. */
  public static double out(Active value) {
    return value.toNumber();
  }

  /** A number as a value that may get an adjoint. */
  public static Active in(Active like, double x) {
    Tape tape = Tape.current();
    Active v = like.single(x);
    if (tape != null && tape.recording()) v.node(tape.add("number"));
    return v;
  }

  /** The adjoint of a number that comes from a value, as a value of its shape. */
  public static Active seed(Active value, double adjoint) {
    return value.filled(adjoint);
  }

  /** Adds to a value's adjoint. */
  public static void give(Active value, Active adjoint) {
    Node n = value.node();
    if (n != null) n.tape.give(value, adjoint);
  }

  /** The adjoint of a value made of a number. */
  public static Active adjoint(Active value) {
    Node n = value.node();
    return n == null ? value.filled(0) : n.tape.adjoint(value);
  }

  /** The derivative of a value's number in a direction. */
  public static double tangent(Active value, int direction) {
    return value.tangent(direction).toNumber();
  }

  /** The value with a tangent in one more direction. */
  public static Active with(Active value, double tangent) {
    value.addTangent(value.filled(tangent));
    return value;
  }

  // ---- the ends of a sweep

  /** A value of its own with tangents, zeros where none is given. */
  public static Active dual(Active value, @Nullable Active[] tangents) {
    Active v = value.alias();
    for (Active t : tangents) v.addTangent(t == null ? v.filled(0) : t.alias());
    return v;
  }

  /** The tangent alone, as a constant. */
  public static Active direction(Active value, int direction) {
    return value.tangent(direction).alias();
  }

  /** Gives a variable tangents. */
  public static void direct(Active variable, @Nullable Active[] tangents) {
    for (Active t : tangents) variable.addTangent(t == null ? variable.filled(0) : t.alias());
  }
}
