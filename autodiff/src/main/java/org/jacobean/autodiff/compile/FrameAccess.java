package org.jacobean.autodiff.compile;

import static org.objectweb.asm.Opcodes.*;

import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/** Code that moves values between a frame and the operand stack. */
final class FrameAccess {
  private static final String FRAME = "org/jacobean/autodiff/tier/Frame";
  private static final String MEMORY = "org/jacobean/autodiff/runtime/Memory";
  private static final String OBJECT = "Ljava/lang/Object;";
  private final Code code;
  private final int frame;

  FrameAccess(Code code) {
    this.code = code;
    code.local(Kind.REF); // this
    frame = code.local(Kind.REF);
  }

  void frame() {
    code.load(Kind.REF, frame);
  }

  /** Refuses arrays that are overwritten and given twice. */
  void distinct(Program p, boolean[] written, int bound) {
    boolean any = false;
    for (int i = bound; i < written.length; i++) any |= written[i];
    if (!any) return;
    frame();
    code.out.visitLdcInsn(Distinct.layout(p, written, bound));
    code.callStatic(
        "org/jacobean/autodiff/compile/Distinct", "check", "(L" + FRAME + ";Ljava/lang/String;)V");
  }

  /** An argument laid out by a {@link SecondOrder}. */
  void from(int local, String owner, Value p, int index) {
    code.load(Kind.REF, local);
    boolean real = p.kind.real();
    code.field(GETFIELD, owner, real ? "numbers" : "refs", real ? "[D" : "[" + OBJECT);
    code.number(index);
    code.op(real ? DALOAD : AALOAD);
    if (p.kind == Kind.FLOAT) code.op(D2F);
    if (p.isRef()) code.cast(p.type);
    else if (!real) unbox(p.type);
  }

  void array(String field, String type) {
    code.load(Kind.REF, frame);
    code.field(GETFIELD, FRAME, field, type);
  }

  void object(String field, int index) {
    array(field, "[" + OBJECT);
    code.number(index);
    code.op(AALOAD);
  }

  void number(String field, int index) {
    array(field, "[D");
    code.number(index);
    code.op(DALOAD);
  }

  /** An argument as its parameter wants it; arrays the function overwrites are copied first. */
  void argument(Value p, int leaf, boolean copy) {
    if (p.kind.real()) {
      number("numbers", leaf);
      if (p.kind == Kind.FLOAT) code.op(D2F);
      return;
    }
    object("refs", leaf);
    if (copy) code.callStatic(MEMORY, "copy", "(" + OBJECT + ")" + OBJECT);
    if (p.isRef()) code.cast(p.type);
    else unbox(p.type);
  }

  private void unbox(@Nullable String type) {
    String[] box =
        switch (type == null ? "I" : type) {
          case "Z" -> new String[] {"Boolean", "booleanValue", "Z"};
          case "C" -> new String[] {"Character", "charValue", "C"};
          case "S" -> new String[] {"Short", "shortValue", "S"};
          case "B" -> new String[] {"Byte", "byteValue", "B"};
          case "J" -> new String[] {"Long", "longValue", "J"};
          default -> new String[] {"Integer", "intValue", "I"};
        };
    code.out.visitTypeInsn(CHECKCAST, "java/lang/" + box[0]);
    code.out.visitMethodInsn(INVOKEVIRTUAL, "java/lang/" + box[0], box[1], "()" + box[2], false);
  }

  /** A shadow or tangent, zeros of the argument's shape where the frame holds none. */
  void shadow(Value p, int leaf, int index) {
    object("shadows", index);
    object("refs", leaf);
    code.callStatic(MEMORY, "shadow", "(" + OBJECT + OBJECT + ")" + OBJECT);
    code.cast(p.type);
  }

  /** The value stack kept in the frame, made when there is none, its pointers at the bottom. */
  void stack() {
    code.load(Kind.REF, frame);
    code.callStatic(
        "org/jacobean/autodiff/compile/Workspace", "of", "(L" + FRAME + ";)L" + Code.STACK + ";");
  }

  /** Stores the result on the operand stack at an index of the frame. */
  void result(Kind kind, int index) {
    int held = code.local(kind);
    code.store(kind, held);
    boolean ref = !kind.real();
    array(ref ? "results" : "values", ref ? "[" + OBJECT : "[D");
    code.number(index);
    code.load(kind, held);
    if (kind == Kind.FLOAT) code.op(F2D);
    if (kind == Kind.INT) code.callStatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;");
    if (kind == Kind.LONG) code.callStatic("java/lang/Long", "valueOf", "(J)Ljava/lang/Long;");
    code.op(ref ? AASTORE : DASTORE);
  }

  /** Moves the tangent of the result from the value stack to the frame. */
  void resultTangent(Kind kind, int k) {
    boolean ref = !kind.real();
    array(ref ? "seedRefs" : "seeds", ref ? "[" + OBJECT : "[D");
    code.number(k);
    code.load(Kind.REF, frame);
    code.field(GETFIELD, FRAME, "memory", OBJECT);
    code.out.visitTypeInsn(CHECKCAST, Code.STACK);
    code.field(GETFIELD, Code.STACK, ref ? "oret" : "ret", ref ? "[" + OBJECT : "[D");
    code.number(k);
    code.op(ref ? AALOAD : DALOAD);
    code.op(ref ? AASTORE : DASTORE);
  }
}
