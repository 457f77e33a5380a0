package org.jacobean.kernel.session.load;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the load hook does to one method. */
final class MethodHook extends MethodVisitor {
  private static final String SUBSTITUTES = "org/jacobean/kernel/session/load/Substitutes";
  private static final String CONSOLES = "org/jacobean/kernel/session/load/Consoles";
  private static final Set<String> CONSOLE_METHODS =
      Set.of("readLine", "readPassword", "printf", "format", "writer", "reader", "flush");
  private static final String INTERRUPTS = "org/jacobean/kernel/session/load/Interrupts";
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String ALTERNATIVE =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";
  private static final int SERIALIZABLE = 1;

  private final Set<Label> passed = new HashSet<>();
  private final String owner;
  private final String name;
  private final String descriptor;
  private final boolean session;

  MethodHook(MethodVisitor next, String owner, String name, String descriptor, boolean session) {
    super(Opcodes.ASM9, next);
    this.session = session;
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
  }

  /** A loop of the JDK's that calls a cell's code has no check but the one in that code. */
  @Override
  public void visitCode() {
    super.visitCode();
    if ((session && !name.startsWith("<")) || name.startsWith("lambda$")) {
      check();
    }
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    super.visitLabel(label);
  }

  private void check() {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "check", "()V", false);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (passed.contains(label)) {
      check();
    }
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    checkIfBackward(other, labels);
    super.visitTableSwitchInsn(min, max, other, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    checkIfBackward(other, labels);
    super.visitLookupSwitchInsn(other, keys, labels);
  }

  private void checkIfBackward(Label other, Label[] labels) {
    if (passed.contains(other) || java.util.Arrays.stream(labels).anyMatch(passed::contains)) {
      check();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String method, String signature, boolean isInterface) {
    if (type.equals("java/lang/System") && method.equals("exit")) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, SUBSTITUTES, "exit", "(I)V", false);
    } else if (isRuntimeExit(type, method)) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, SUBSTITUTES, "exit", "(Ljava/lang/Runtime;I)V", false);
    } else if (type.equals("java/lang/System") && method.equals("console")) {
      super.visitMethodInsn(opcode, CONSOLES, method, signature, false);
    } else if (type.equals("java/io/Console") && CONSOLE_METHODS.contains(method)) {
      super.visitLdcInsn(Type.getObjectType(owner));
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CONSOLES, method, withCaller(signature), false);
    } else {
      if (!session && callsItself(type, method, signature)) {
        check();
      }
      super.visitMethodInsn(opcode, type, method, signature, isInterface);
    }
  }

  private static String withCaller(String signature) {
    return "(Ljava/io/Console;" + signature.substring(1).replace(")", "Ljava/lang/Class;)");
  }

  /** The calling class is one value more. */
  @Override
  public void visitMaxs(int stack, int locals) {
    super.visitMaxs(stack + 1, locals);
  }

  private static boolean isRuntimeExit(String type, String method) {
    return type.equals("java/lang/Runtime") && (method.equals("exit") || method.equals("halt"));
  }

  /** A recursion that never gets deep, such as naive Fibonacci numbers, has no loop to stop at. */
  private boolean callsItself(String type, String method, String signature) {
    return type.equals(owner) && method.equals(name) && signature.equals(descriptor);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String method, String signature, Handle bootstrap, Object... arguments) {
    Object[] changed = arguments.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = changed[i] instanceof Handle handle ? withoutExit(handle) : changed[i];
    }
    if (!bootstrap.getOwner().equals(LAMBDAS)) {
      super.visitInvokeDynamicInsn(method, signature, bootstrap, changed);
    } else if (bootstrap.getName().equals("metafactory")) {
      Handle alternative =
          new Handle(Opcodes.H_INVOKESTATIC, LAMBDAS, "altMetafactory", ALTERNATIVE, false);
      super.visitInvokeDynamicInsn(
          method, signature, alternative, changed[0], changed[1], changed[2], SERIALIZABLE);
    } else {
      changed[3] = (Integer) changed[3] | SERIALIZABLE;
      super.visitInvokeDynamicInsn(method, signature, bootstrap, changed);
    }
  }

  private static Handle withoutExit(Handle handle) {
    if (handle.getOwner().equals("java/lang/System") && handle.getName().equals("exit")) {
      return new Handle(Opcodes.H_INVOKESTATIC, SUBSTITUTES, "exit", "(I)V", false);
    }
    return handle;
  }
}
