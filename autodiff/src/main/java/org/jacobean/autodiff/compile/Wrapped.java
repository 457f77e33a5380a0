package org.jacobean.autodiff.compile;

import java.util.List;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Lifter;
import org.jacobean.autodiff.lift.Program;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * A program that calls one method and returns what it gives: for methods of the JDK handed over as
 * functions.
 */
final class Wrapped {
  private Wrapped() {}

  static Program call(Target t) {
    List<Type> types = t.parameterTypes();
    String d = Type.getMethodDescriptor(t.returnType(), types.toArray(new Type[0]));
    MethodNode m = new MethodNode(Opcodes.ACC_STATIC, t.name(), d, null, null);
    int slot = 0;
    for (Type p : types) {
      m.visitVarInsn(Opcodes.ILOAD + Kind.of(p).offset(), slot);
      slot += p.getSize();
    }
    int opcode = t.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
    Invocation c = Invocation.of(opcode, t.ownerName(), t.name(), t.descriptor());
    m.visitMethodInsn(c.opcode(), c.owner(), c.name(), c.descriptor(), false);
    m.visitInsn(Kind.of(t.returnType()).returnOpcode());
    return Lifter.lift(t.ownerName(), m);
  }
}
