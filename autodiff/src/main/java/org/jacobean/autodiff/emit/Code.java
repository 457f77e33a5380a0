package org.jacobean.autodiff.emit;

import static org.objectweb.asm.Opcodes.*;

import org.jacobean.autodiff.lift.Kind;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** The instructions of one method being written, and its local variables. */
public final class Code {
  public static final String STACK = "org/jacobean/autodiff/runtime/ValueStack";
  public final MethodVisitor out;
  private int next;

  public Code(MethodVisitor out) {
    this.out = out;
    out.visitCode();
  }

  /** A new local variable. */
  public int local(Kind kind) {
    int s = next;
    next += kind.slots();
    return s;
  }

  public void load(Kind kind, int local) {
    out.visitVarInsn(ILOAD + kind.offset(), local);
  }

  public void store(Kind kind, int local) {
    out.visitVarInsn(ISTORE + kind.offset(), local);
  }

  public void op(int opcode) {
    out.visitInsn(opcode);
  }

  public void jump(int opcode, Label to) {
    out.visitJumpInsn(opcode, to);
  }

  public void label(Label l) {
    out.visitLabel(l);
  }

  public void number(int c) {
    if (c >= -1 && c <= 5) op(ICONST_0 + c);
    else if (c >= Byte.MIN_VALUE && c <= Byte.MAX_VALUE) out.visitIntInsn(BIPUSH, c);
    else if (c >= Short.MIN_VALUE && c <= Short.MAX_VALUE) out.visitIntInsn(SIPUSH, c);
    else out.visitLdcInsn(c);
  }

  public void number(double c) {
    if (c == 1) op(DCONST_1);
    else if (Double.doubleToRawLongBits(c) == 0) op(DCONST_0);
    else out.visitLdcInsn(c);
  }

  public void constant(@Nullable Object c) {
    if (c == null) op(ACONST_NULL);
    else if (c instanceof Integer i) number(i);
    else if (c instanceof Double d) number(d);
    else out.visitLdcInsn(c);
  }

  public void zero(Kind kind) {
    op(
        switch (kind) {
          case INT -> ICONST_0;
          case LONG -> LCONST_0;
          case FLOAT -> FCONST_0;
          case DOUBLE -> DCONST_0;
          default -> ACONST_NULL;
        });
  }

  public void pop(Kind kind) {
    if (kind != Kind.VOID) op(kind.wide() ? POP2 : POP);
  }

  public void field(int opcode, String owner, String name, String type) {
    out.visitFieldInsn(opcode, owner, name, type);
  }

  public void callStatic(String owner, String name, String descriptor) {
    out.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
  }

  /** Makes sure of a reference's type, unless any object will do. */
  public void cast(@Nullable String type) {
    if (type == null || type.equals("Ljava/lang/Object;")) return;
    out.visitTypeInsn(CHECKCAST, Type.getType(type).getInternalName());
  }

  public void end() {
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  /** The descriptor values of a kind are passed as when their own type is not known. */
  public static String descriptor(Kind kind, @Nullable String type) {
    return switch (kind) {
      case INT -> type == null || type.length() != 1 ? "I" : type;
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case REF -> type == null ? "Ljava/lang/Object;" : type;
    };
  }
}
