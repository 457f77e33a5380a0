package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Method references into the JDK: to the table's method, or to a bridge in the class itself that
 * checks its arguments first.
 */
final class Handles {
  private final CallTable table;
  private final String self;
  private final boolean isInterface;
  private final Map<Handle, Handle> bridges = new LinkedHashMap<>();

  Handles(CallTable table, String self, boolean isInterface) {
    this.table = table;
    this.self = self;
    this.isInterface = isInterface;
  }

  /** The class being rewritten. */
  String self() {
    return self;
  }

  Handle replaced(Handle h) {
    if (h.getTag() <= H_PUTSTATIC) {
      return h;
    }
    if (h.getTag() != H_NEWINVOKESPECIAL) {
      Optional<CallTable.Target> t =
          table.replacement(h.getOwner(), h.getName(), h.getDesc(), h.getTag() == H_INVOKESTATIC);
      if (t.isPresent()) {
        CallTable.Target r = t.get();
        return new Handle(H_INVOKESTATIC, r.owner(), r.name(), r.descriptor(), false);
      }
    }
    return Guards.needed(h.getOwner(), h.getName(), h.getDesc())
        ? bridges.computeIfAbsent(h, this::bridge)
        : h;
  }

  private Handle bridge(Handle h) {
    String d = h.getDesc();
    if (h.getTag() == H_NEWINVOKESPECIAL) {
      d = d.substring(0, d.length() - 1) + "L" + h.getOwner() + ";";
    } else if (h.getTag() != H_INVOKESTATIC) {
      d = "(L" + h.getOwner() + ";" + d.substring(1);
    }
    return new Handle(H_INVOKESTATIC, self, "checked$" + bridges.size(), d, isInterface);
  }

  /** Writes the bridges; called once all methods are rewritten. */
  void write(ClassVisitor out) {
    bridges.forEach((from, to) -> code(from, to).accept(out));
  }

  private static MethodNode code(Handle from, Handle to) {
    MethodNode m =
        new MethodNode(
            ASM9, ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, to.getName(), to.getDesc(), null, null);
    boolean creates = from.getTag() == H_NEWINVOKESPECIAL;
    if (creates) {
      m.instructions.add(new TypeInsnNode(NEW, from.getOwner()));
      m.instructions.add(new InsnNode(DUP));
    }
    int local = 0;
    for (Type t : Type.getArgumentTypes(to.getDesc())) {
      m.instructions.add(new VarInsnNode(t.getOpcode(ILOAD), local));
      local += t.getSize();
    }
    m.instructions.add(Guards.before(from.getOwner(), from.getName(), from.getDesc(), local));
    m.instructions.add(
        new MethodInsnNode(
            opcode(from.getTag()),
            from.getOwner(),
            from.getName(),
            from.getDesc(),
            from.isInterface()));
    m.instructions.add(new InsnNode(Type.getReturnType(to.getDesc()).getOpcode(IRETURN)));
    m.maxLocals = local + Guards.room(from.getDesc());
    m.maxStack = local + 6;
    return m;
  }

  private static int opcode(int tag) {
    return switch (tag) {
      case H_INVOKESTATIC -> INVOKESTATIC;
      case H_INVOKEINTERFACE -> INVOKEINTERFACE;
      case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
      default -> INVOKESPECIAL;
    };
  }
}
