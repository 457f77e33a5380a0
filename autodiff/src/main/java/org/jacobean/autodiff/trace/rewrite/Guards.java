package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;

import org.jacobean.autodiff.error.SourceName;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Checks before calls that take doubles to where no rule is known. */
final class Guards {
  private static final String DOUBLES = "[D";

  private Guards() {}

  static boolean needed(String owner, String name, String descriptor) {
    if (descriptor.indexOf('D') < 0
        || !Border.staysOutside(owner)
        || CallTable.moves(owner, name)) {
      return false;
    }
    for (Type t : Type.getArgumentTypes(descriptor)) {
      if (guarded(t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean guarded(Type t) {
    return t.getSort() == Type.DOUBLE || t.getDescriptor().equals(DOUBLES);
  }

  /** Local slots that {@link #before} may use. */
  static int room(String descriptor) {
    return Type.getArgumentsAndReturnSizes(descriptor) >> 2;
  }

  /** Checks every double argument of a call about to be made; spills those above the first. */
  static InsnList before(String owner, String name, String descriptor, int local) {
    Type[] args = Type.getArgumentTypes(descriptor);
    String call = shown(owner, name);
    InsnList code = new InsnList();
    int[] slot = new int[args.length];
    for (int i = args.length - 1; i > 0; i--) {
      slot[i] = local;
      local += args[i].getSize();
      code.add(new VarInsnNode(args[i].getOpcode(ISTORE), slot[i]));
    }
    for (int i = 0; i < args.length; i++) {
      if (i > 0) {
        code.add(new VarInsnNode(args[i].getOpcode(ILOAD), slot[i]));
      }
      if (guarded(args[i])) {
        code.add(check(args[i].getDescriptor(), call));
      }
    }
    return code;
  }

  /** Checks the double on top of the stack. */
  static InsnList top(String what) {
    return check("D", what);
  }

  /** Checks the text on top of the stack, about to be read as a number. */
  static InsnList text(String reader) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(reader));
    String descriptor = "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;";
    code.add(new MethodInsnNode(INVOKESTATIC, Names.TEXTS, "read", descriptor, false));
    return code;
  }

  private static InsnList check(String type, String what) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(what));
    String descriptor = "(" + type + "Ljava/lang/String;)" + type;
    code.add(new MethodInsnNode(INVOKESTATIC, Names.GUARD, "plain", descriptor, false));
    return code;
  }

  static String shown(String owner, String name) {
    return SourceName.method(owner, name);
  }
}
