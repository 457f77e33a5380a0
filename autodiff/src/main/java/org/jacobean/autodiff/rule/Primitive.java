package org.jacobean.autodiff.rule;

import org.objectweb.asm.Opcodes;

/**
 * What terms are made of: each can be evaluated, emitted as code, and differentiated by the rule of
 * its name.
 */
public enum Primitive {
  ADD(Opcodes.DADD, 2),
  SUB(Opcodes.DSUB, 2),
  MUL(Opcodes.DMUL, 2),
  DIV(Opcodes.DDIV, 2),
  NEG(Opcodes.DNEG, 1),
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  EXP("exp", 1),
  LOG("log", 1),
  SQRT("sqrt", 1),
  SINH("sinh", 1),
  COSH("cosh", 1),
  SIGNUM("signum", 1),
  POW("pow", 2),
  /** 1 where x > y, else 0. */
  EXCEEDS("exceeds", 2),
  /** 1 where x > y, 1/2 where they are equal, else 0. */
  SHARE("share", 2),
  /**
   * The first where the last is zero, else the second: {@code unless(0, f, x)} is f away from x =
   * 0.
   */
  UNLESS("unless", 3),
  /** 1 where low ≤ x ≤ high, else 0. */
  INSIDE("inside", 3),
  /** 1 or −1 as the sign bit says. */
  SIGN_BIT("signBit", 1),
  /** 2 to the power of a whole number. */
  TWO_TO("twoTo", 1);

  private final int opcode;
  private final String method;
  private final int arity;

  Primitive(int opcode, int arity) {
    this.opcode = opcode;
    method = "";
    this.arity = arity;
  }

  Primitive(String method, int arity) {
    opcode = 0;
    this.method = method;
    this.arity = arity;
  }

  public double value(double... a) {
    return switch (this) {
      case ADD -> a[0] + a[1];
      case SUB -> a[0] - a[1];
      case MUL -> a[0] * a[1];
      case DIV -> a[0] / a[1];
      case NEG -> -a[0];
      case SIN -> Math.sin(a[0]);
      case COS -> Math.cos(a[0]);
      case TAN -> Math.tan(a[0]);
      case EXP -> Math.exp(a[0]);
      case LOG -> Math.log(a[0]);
      case SQRT -> Math.sqrt(a[0]);
      case SINH -> Math.sinh(a[0]);
      case COSH -> Math.cosh(a[0]);
      case SIGNUM -> Math.signum(a[0]);
      case POW -> Math.pow(a[0], a[1]);
      case EXCEEDS -> Edge.exceeds(a[0], a[1]);
      case SHARE -> Edge.share(a[0], a[1]);
      case UNLESS -> Edge.unless(a[0], a[1], a[2]);
      case INSIDE -> Edge.inside(a[0], a[1], a[2]);
      case SIGN_BIT -> Edge.signBit(a[0]);
      case TWO_TO -> Edge.twoTo(a[0]);
    };
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
    return arity;
  }
}
