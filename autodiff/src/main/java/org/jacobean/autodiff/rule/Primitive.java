package org.jacobean.autodiff.rule;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What terms are made of: each can be evaluated, emitted as code, and differentiated by the rule of
 * its name.
 */
public enum Primitive {
  ADD(Opcodes.DADD, (x, y) -> x + y),
  SUB(Opcodes.DSUB, (x, y) -> x - y),
  MUL(Opcodes.DMUL, (x, y) -> x * y),
  DIV(Opcodes.DDIV, (x, y) -> x / y),
  NEG(x -> -x, Opcodes.DNEG),
  SIN("sin", Math::sin),
  COS("cos", Math::cos),
  TAN("tan", Math::tan),
  EXP("exp", Math::exp),
  LOG("log", Math::log),
  SQRT("sqrt", Math::sqrt),
  SINH("sinh", Math::sinh),
  COSH("cosh", Math::cosh),
  SIGNUM("signum", Math::signum),
  POW("pow", Math::pow),
  /** 1 where x > y, else 0. */
  EXCEEDS("exceeds", Edge::exceeds),
  /** 1 where x > y, 1/2 where they are equal, else 0. */
  SHARE("share", Edge::share),
  /**
   * The first where the last is zero, else the second: {@code unless(0, f, x)} is f away from x =
   * 0.
   */
  UNLESS,
  /** 1 where low ≤ x ≤ high, else 0. */
  INSIDE,
  /** 1 or −1 as the sign bit says. */
  SIGN_BIT("signBit", Edge::signBit),
  /** 2 to the power of a whole number. */
  TWO_TO("twoTo", Edge::twoTo);

  private final int opcode;
  private final String method;
  private final @Nullable DoubleUnaryOperator one;
  private final @Nullable DoubleBinaryOperator two;

  Primitive() {
    opcode = 0;
    method = name().toLowerCase(java.util.Locale.ROOT);
    one = null;
    two = null;
  }

  Primitive(int opcode, DoubleBinaryOperator f) {
    this.opcode = opcode;
    method = "";
    one = null;
    two = f;
  }

  Primitive(DoubleUnaryOperator f, int opcode) {
    this.opcode = opcode;
    method = "";
    one = f;
    two = null;
  }

  Primitive(String method, DoubleUnaryOperator f) {
    opcode = 0;
    this.method = method;
    one = f;
    two = null;
  }

  Primitive(String method, DoubleBinaryOperator f) {
    opcode = 0;
    this.method = method;
    one = null;
    two = f;
  }

  public double value(double... a) {
    if (one != null) return one.applyAsDouble(a[0]);
    if (two != null) return two.applyAsDouble(a[0], a[1]);
    return this == UNLESS ? Edge.unless(a[0], a[1], a[2]) : Edge.inside(a[0], a[1], a[2]);
  }

  /** The instruction that computes it, or 0 when a method does. */
  public int opcode() {
    return opcode;
  }

  /** The static method that computes it, of {@link #owner}. */
  public String method() {
    return method;
  }

  /** Internal name of the class of {@link #method}. */
  public String owner() {
    return ordinal() >= EXCEEDS.ordinal() ? "org/jacobean/autodiff/rule/Edge" : "java/lang/Math";
  }

  public int arity() {
    return one != null ? 1 : two != null ? 2 : 3;
  }
}
