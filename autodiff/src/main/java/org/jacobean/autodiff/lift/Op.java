package org.jacobean.autodiff.lift;

/** What a value of a program is made by; arithmetic is one operation for all kinds. */
public enum Op {
  PARAM,
  CONST,
  PHI,
  ADD,
  SUB,
  MUL,
  DIV,
  REM,
  NEG,
  SHL,
  SHR,
  USHR,
  AND,
  OR,
  XOR,
  /** Conversion between primitive kinds; the opcode says which. */
  CAST,
  /** LCMP, FCMPL and their like. */
  COMPARE,
  LENGTH,
  /** Array element: array, index. */
  LOAD,
  /** Array element: array, index, value. */
  STORE,
  /** One or more dimensions; the opcode says which instruction. */
  NEW_ARRAY,
  GET_FIELD,
  PUT_FIELD,
  GET_STATIC,
  PUT_STATIC,
  /** Any method call; detail is an {@link Invocation}. */
  CALL,
  /** One of several results of a call; detail is its index. */
  RESULT,
  /** {@code new} together with its constructor; detail is an {@link Invocation}. */
  CONSTRUCT,
  /** invokedynamic; detail is the instruction. */
  DYNAMIC,
  CHECK_CAST,
  INSTANCE_OF,
  GOTO,
  /** Two-way branch, first successor taken; the opcode says which. */
  IF,
  /** First successor is the default; detail is the instruction. */
  SWITCH,
  RETURN,
  THROW;

  /** Whether it ends a block. */
  public boolean terminates() {
    return ordinal() >= GOTO.ordinal();
  }

  public boolean arithmetic() {
    return ordinal() >= ADD.ordinal() && ordinal() <= XOR.ordinal();
  }
}
