package org.jacobean.autodiff.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Methods that do nothing but call another with their own arguments. */
final class Forwarding {
  private Forwarding() {}

  /** The static method called, or null when there is more to it. */
  static @Nullable Target of(Target t) {
    if (t.owner().getClassLoader() == null || !t.isStatic()) return null;
    MethodNode m = Bytecode.method(t.owner(), t.name(), t.descriptor());
    if (m == null) return null;
    int slot = 0;
    int next = 0;
    Type[] types = Type.getArgumentTypes(t.descriptor());
    MethodInsnNode call = null;
    for (AbstractInsnNode n : m.instructions) {
      if (n.getOpcode() < 0) continue;
      if (call != null)
        return n.getOpcode() >= Opcodes.IRETURN && n.getOpcode() <= Opcodes.RETURN
            ? target(t, call)
            : null;
      if (n instanceof VarInsnNode v && next < types.length && v.var == slot) {
        slot += types[next++].getSize();
      } else if (next == types.length
          && n instanceof MethodInsnNode c
          && c.getOpcode() == Opcodes.INVOKESTATIC
          && c.desc.equals(t.descriptor())) {
        call = c;
      } else {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Target target(Target from, MethodInsnNode c) {
    try {
      Class<?> owner =
          Class.forName(c.owner.replace('/', '.'), false, from.owner().getClassLoader());
      return new Target(owner, c.name, c.desc, true, List.of());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
