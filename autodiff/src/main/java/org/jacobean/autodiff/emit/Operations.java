package org.jacobean.autodiff.emit;

import static org.objectweb.asm.Opcodes.*;

import java.util.Objects;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** The instruction of an operation whose operands are on the stack already. */
public final class Operations {
  private final Code code;
  private final Access access;

  public Operations(Code code, Access access) {
    this.code = code;
    this.access = access;
  }

  public void emit(Value v) {
    switch (v.op) {
      case ADD,
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
          CAST,
          COMPARE,
          LOAD,
          STORE,
          LENGTH ->
          code.op(v.opcode);
      case NEW_ARRAY -> newArray(v);
      case CHECK_CAST, INSTANCE_OF -> code.out.visitTypeInsn(v.opcode, (String) v.detail);
      case GET_FIELD, GET_STATIC, PUT_FIELD, PUT_STATIC -> field(v);
      case CALL -> call(v);
      case DYNAMIC -> {
        InvokeDynamicInsnNode d = (InvokeDynamicInsnNode) Objects.requireNonNull(v.detail);
        code.out.visitInvokeDynamicInsn(d.name, d.desc, d.bsm, d.bsmArgs);
      }
      default -> throw new EngineFault("No instruction for " + v.op);
    }
  }

  private void newArray(Value v) {
    if (v.opcode == NEWARRAY)
      code.out.visitIntInsn(NEWARRAY, (Integer) Objects.requireNonNull(v.detail));
    else if (v.opcode == ANEWARRAY) code.out.visitTypeInsn(ANEWARRAY, (String) v.detail);
    else code.out.visitMultiANewArrayInsn(v.type, v.args.length);
  }

  private void field(Value v) {
    FieldInsnNode f = (FieldInsnNode) Objects.requireNonNull(v.detail);
    access.field(code, f);
  }

  /** A call of a method whose arguments are on the stack. */
  public void call(Invocation c) {
    access.call(code, c);
  }

  private void call(Value v) {
    Invocation c = v.call();
    access.call(code, c);
    if (c.name().equals("clone") && v.kind == Kind.REF) code.cast(v.type);
  }

  /**
   * {@code new}, arguments, constructor: the arguments come in the middle, so the writer of values
   * hands them in.
   */
  public void construct(Value v, Runnable arguments) {
    Invocation c = v.call();
    if (!access.constructs(c)) {
      arguments.run();
      access.construct(code, c);
      return;
    }
    code.out.visitTypeInsn(NEW, c.owner());
    code.op(DUP);
    arguments.run();
    code.out.visitMethodInsn(INVOKESPECIAL, c.owner(), "<init>", c.descriptor(), false);
  }
}
