package org.jacobean.kernel.session.load;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites a class as it is defined: a check on each backward jump, lambdas that can tell what
 * implements them, no way to end the process; for session classes also a private lookup.
 */
final class LoadHook extends ClassVisitor {
  private static final String LOOKUP = "java/lang/invoke/MethodHandles";
  private final boolean session;
  private String owner = "";
  private boolean isInterface;

  private LoadHook(ClassVisitor next, boolean session) {
    super(Opcodes.ASM9, next);
    this.session = session;
  }

  /** The rewritten class; {@code session} when a cell declared it, not a library. */
  static byte[] rewrite(byte[] original, boolean session) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new LoadHook(writer, session), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    owner = name;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, parent, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MethodHook(next, owner, name, descriptor, session);
  }

  @Override
  public void visitEnd() {
    if (session && !isInterface) {
      addLookup();
    }
    super.visitEnd();
  }

  /** {@code $lookup()} lets the differentiation engine define its classes beside this one. */
  private void addLookup() {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor method =
        super.visitMethod(access, "$lookup", "()L" + LOOKUP + "$Lookup;", null, null);
    method.visitCode();
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, LOOKUP, "lookup", "()L" + LOOKUP + "$Lookup;", false);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
  }
}
