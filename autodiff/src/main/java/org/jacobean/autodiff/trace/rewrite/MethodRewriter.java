package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites one method body: instructions on doubles become calls, JDK calls go through the table.
 */
final class MethodRewriter extends MethodNode {
  private final CallTable table;
  private final Handles handles;
  private final MethodVisitor out;

  MethodRewriter(
      CallTable table,
      Handles handles,
      int access,
      String name,
      String descriptor,
      MethodVisitor out) {
    super(ASM9, access, name, descriptor, null, null);
    this.table = table;
    this.handles = handles;
    this.out = out;
  }

  @Override
  public void visitEnd() {
    for (AbstractInsnNode n = instructions.getFirst(); n != null; ) {
      AbstractInsnNode next = n.getNext();
      n = rewrite(n, next);
    }
    if (instructions.size() > 0) {
      maxStack += 4;
    }
    accept(out);
  }

  /** Rewrites n and gives the next instruction to look at. */
  private AbstractInsnNode rewrite(AbstractInsnNode n, AbstractInsnNode next) {
    if (n instanceof InsnNode) {
      return instruction(n, next);
    } else if (n instanceof MethodInsnNode call) {
      call(call);
    } else if (n instanceof FieldInsnNode field) {
      field(field);
    } else if (n instanceof InvokeDynamicInsnNode dynamic) {
      dynamic(dynamic);
    } else if (n instanceof LdcInsnNode ldc && ldc.cst instanceof Handle h) {
      ldc.cst = handles.replaced(h);
    }
    return next;
  }

  private AbstractInsnNode instruction(AbstractInsnNode n, AbstractInsnNode next) {
    int following = next == null ? -1 : next.getOpcode();
    switch (n.getOpcode()) {
      case DADD -> arithmetic(n, "add", Names.BINARY);
      case DSUB -> arithmetic(n, "sub", Names.BINARY);
      case DMUL -> {
        if (following == DADD || following == DSUB) {
          arithmetic(n, following == DADD ? "addProduct" : "subProduct", "(DDD)D");
          AbstractInsnNode after = next.getNext();
          instructions.remove(next);
          return after;
        }
        arithmetic(n, "mul", Names.BINARY);
      }
      case DDIV -> arithmetic(n, "div", Names.BINARY);
      case DREM -> arithmetic(n, "rem", Names.BINARY);
      case DNEG -> arithmetic(n, "neg", Names.UNARY);
      case DCMPL, DCMPG -> {
        boolean equality = following == IFEQ || following == IFNE;
        String name = equality ? "equality" : n.getOpcode() == DCMPL ? "less" : "greater";
        replace(n, Names.COMPARISON, name, "(DD)I");
      }
      case D2I -> replace(n, Names.COMPARISON, "toInt", "(D)I");
      case D2L -> replace(n, Names.COMPARISON, "toLong", "(D)J");
      case D2F -> replace(n, Names.COMPARISON, "toFloat", "(D)F");
      default -> {}
    }
    return next;
  }

  private void arithmetic(AbstractInsnNode n, String name, String descriptor) {
    replace(n, Names.ARITHMETIC, name, descriptor);
  }

  private void replace(AbstractInsnNode n, String owner, String name, String descriptor) {
    instructions.set(n, new MethodInsnNode(INVOKESTATIC, owner, name, descriptor, false));
  }

  /** Bodies taken whole see plain numbers only, whatever became of other numbers' bits. */
  private boolean onPlainBits(MethodInsnNode n) {
    return n.name.equals("longBitsToDouble") && Primitives.seesPlainOnly(handles.self(), name);
  }

  private void call(MethodInsnNode n) {
    table.noteDraw(n.owner, n.name);
    if (Orders.addTo(instructions, n) || onPlainBits(n)) {
      return;
    }
    if (n.getOpcode() != INVOKESPECIAL) {
      Optional<CallTable.Target> t =
          table.replacement(n.owner, n.name, n.desc, n.getOpcode() == INVOKESTATIC);
      if (t.isPresent()) {
        replace(n, t.get().owner(), t.get().name(), t.get().descriptor());
        return;
      }
    }
    if (n.owner.equals("java/math/BigDecimal") && n.desc.equals("(Ljava/lang/String;)V")) {
      instructions.insertBefore(n, Guards.text("new BigDecimal"));
    }
    if (Guards.needed(n.owner, n.name, n.desc)) {
      InsnList guard = Guards.before(n.owner, n.name, n.desc, maxLocals);
      maxLocals += Guards.room(n.desc);
      instructions.insertBefore(n, guard);
    }
  }

  private void field(FieldInsnNode n) {
    boolean standardStream =
        n.owner.equals("java/lang/System") && (n.name.equals("out") || n.name.equals("err"));
    if (n.getOpcode() == GETSTATIC && standardStream) {
      replace(n, Names.OUTPUT, "mute", "()Ljava/io/PrintStream;");
    } else if ((n.getOpcode() == PUTFIELD || n.getOpcode() == PUTSTATIC)
        && n.desc.equals("D")
        && CallTable.isJdk(n.owner)) {
      instructions.insertBefore(n, Guards.top("field " + n.owner.replace('/', '.') + "." + n.name));
    }
  }

  private void dynamic(InvokeDynamicInsnNode n) {
    String bootstrap = n.bsm.getOwner() + "." + n.bsm.getName();
    switch (bootstrap) {
      case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants" ->
          n.bsm = new Handle(H_INVOKESTATIC, Names.BOOTSTRAPS, "concat", n.bsm.getDesc(), false);
      case "java/lang/runtime/ObjectMethods.bootstrap" ->
          n.bsm = new Handle(H_INVOKESTATIC, Names.BOOTSTRAPS, "record", n.bsm.getDesc(), false);
      default -> {
        for (int i = 0; i < n.bsmArgs.length; i++) {
          if (n.bsmArgs[i] instanceof Handle h) {
            n.bsmArgs[i] = handles.replaced(h);
          }
        }
      }
    }
  }
}
