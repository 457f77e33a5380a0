package org.jacobean.autodiff.lift;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The five kinds of value the virtual machine computes with, and none at all. */
public enum Kind {
  INT(0, 1),
  LONG(1, 2),
  FLOAT(2, 1),
  DOUBLE(3, 2),
  REF(4, 1),
  VOID(5, 0);

  private final int offset;
  private final int slots;

  Kind(int offset, int slots) {
    this.offset = offset;
    this.slots = slots;
  }

  /** Distance of this kind's opcode from the int one, as in ILOAD, LLOAD, FLOAD, DLOAD, ALOAD. */
  public int offset() {
    return offset;
  }

  /** How many local variables a value of this kind fills. */
  public int slots() {
    return slots;
  }

  /** Whether a derivative can pass through values of this kind. */
  public boolean real() {
    return this == DOUBLE || this == FLOAT;
  }

  public boolean wide() {
    return slots == 2;
  }

  public int returnOpcode() {
    return this == VOID ? Opcodes.RETURN : Opcodes.IRETURN + offset;
  }

  public static Kind of(Type type) {
    return switch (type.getSort()) {
      case Type.VOID -> VOID;
      case Type.DOUBLE -> DOUBLE;
      case Type.FLOAT -> FLOAT;
      case Type.LONG -> LONG;
      case Type.ARRAY, Type.OBJECT -> REF;
      default -> INT;
    };
  }

  public static Kind at(int offset) {
    return values()[offset];
  }
}
