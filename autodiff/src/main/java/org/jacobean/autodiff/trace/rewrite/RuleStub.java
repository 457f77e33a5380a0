package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** What becomes of a method with a rule written by hand: a call that applies the rule. */
final class RuleStub {
  private static final String CALL =
      "([Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Object;";

  private RuleStub() {}

  static void write(MethodVisitor m, String owner, String name, String descriptor) {
    m.visitCode();
    Type[] args = Type.getArgumentTypes(descriptor);
    m.visitIntInsn(BIPUSH, args.length);
    m.visitTypeInsn(ANEWARRAY, "java/lang/Object");
    int local = 0;
    for (int i = 0; i < args.length; i++) {
      m.visitInsn(DUP);
      m.visitIntInsn(BIPUSH, i);
      m.visitVarInsn(args[i].getOpcode(ILOAD), local);
      box(m, args[i]);
      m.visitInsn(AASTORE);
      local += args[i].getSize();
    }
    m.visitLdcInsn(Type.getObjectType(owner));
    m.visitLdcInsn(name + descriptor);
    m.visitMethodInsn(INVOKESTATIC, Names.WRITTEN, "call", CALL, false);
    unbox(m, Type.getReturnType(descriptor));
    m.visitMaxs(7, local);
    m.visitEnd();
  }

  private static String[] wrapper(Type t) {
    return switch (t.getSort()) {
      case Type.DOUBLE -> new String[] {"java/lang/Double", "double"};
      case Type.FLOAT -> new String[] {"java/lang/Float", "float"};
      case Type.LONG -> new String[] {"java/lang/Long", "long"};
      case Type.INT -> new String[] {"java/lang/Integer", "int"};
      case Type.SHORT -> new String[] {"java/lang/Short", "short"};
      case Type.BYTE -> new String[] {"java/lang/Byte", "byte"};
      case Type.CHAR -> new String[] {"java/lang/Character", "char"};
      default -> new String[] {"java/lang/Boolean", "boolean"};
    };
  }

  private static void box(MethodVisitor m, Type t) {
    if (t.getSort() >= Type.ARRAY) return;
    String w = wrapper(t)[0];
    m.visitMethodInsn(INVOKESTATIC, w, "valueOf", "(" + t.getDescriptor() + ")L" + w + ";", false);
  }

  private static void unbox(MethodVisitor m, Type t) {
    if (t.getSort() >= Type.ARRAY) {
      m.visitTypeInsn(CHECKCAST, t.getInternalName());
    } else {
      String[] w = wrapper(t);
      m.visitTypeInsn(CHECKCAST, w[0]);
      m.visitMethodInsn(INVOKEVIRTUAL, w[0], w[1] + "Value", "()" + t.getDescriptor(), false);
    }
    m.visitInsn(t.getOpcode(IRETURN));
  }
}
