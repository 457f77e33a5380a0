package org.jacobean.autodiff.forward;

import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Values handed from a called method to its caller through the {@code ret} arrays of a value stack.
 */
final class Channel {
  private static final String STACK = "org/jacobean/autodiff/runtime/ValueStack";

  private Channel() {}

  private static Value array(Block b, Value work, Kind kind) {
    String field = kind == Kind.INT ? "iret" : kind == Kind.REF ? "oret" : "ret";
    String type = kind == Kind.INT ? "[I" : kind == Kind.REF ? "[Ljava/lang/Object;" : "[D";
    Value v = new Value(Op.GET_FIELD, Opcodes.GETFIELD, Kind.REF, work);
    v.detail = new FieldInsnNode(Opcodes.GETFIELD, STACK, field, type);
    v.type = type;
    return b.add(v);
  }

  private static Value index(int i) {
    Value c = new Value(Op.CONST, Kind.INT);
    c.detail = i;
    return c;
  }

  static void put(Block b, Value work, int at, Value v) {
    Value x =
        switch (v.kind) {
          case FLOAT -> b.add(new Value(Op.CAST, Opcodes.F2D, Kind.DOUBLE, v));
          case LONG -> bits(b, v, Kind.DOUBLE, "(J)D");
          default -> v;
        };
    int opcode =
        v.kind == Kind.INT ? Opcodes.IASTORE : v.isRef() ? Opcodes.AASTORE : Opcodes.DASTORE;
    b.add(new Value(Op.STORE, opcode, Kind.VOID, array(b, work, v.kind), index(at), x));
  }

  static Value get(Block b, Value work, int at, Kind kind, @Nullable String type) {
    Kind moved = kind == Kind.INT || kind == Kind.REF ? kind : Kind.DOUBLE;
    int opcode =
        kind == Kind.INT ? Opcodes.IALOAD : kind == Kind.REF ? Opcodes.AALOAD : Opcodes.DALOAD;
    Value v = b.add(new Value(Op.LOAD, opcode, moved, array(b, work, kind), index(at)));
    if (kind == Kind.FLOAT) return b.add(new Value(Op.CAST, Opcodes.D2F, Kind.FLOAT, v));
    if (kind == Kind.LONG) return bits(b, v, Kind.LONG, "(D)J");
    return kind == Kind.REF ? cast(b, v, type) : v;
  }

  static Value cast(Block b, Value v, @Nullable String type) {
    if (type == null || type.equals("Ljava/lang/Object;")) return v;
    Value c = new Value(Op.CHECK_CAST, Opcodes.CHECKCAST, Kind.REF, v);
    c.detail = org.objectweb.asm.Type.getType(type).getInternalName();
    c.type = type;
    return b.add(c);
  }

  private static Value bits(Block b, Value v, Kind to, String descriptor) {
    Value c = new Value(Op.CALL, Opcodes.INVOKESTATIC, to, v);
    c.detail = Invocation.of(Opcodes.INVOKESTATIC, STACK, "bits", descriptor);
    return b.add(c);
  }
}
