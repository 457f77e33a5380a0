package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Rewrites one class: same name, fields, methods and frames; other bodies. */
public final class Rewriter {
  private final CallTable table;

  public Rewriter(CallTable table) {
    this.table = table;
  }

  /**
   * @param ruled names and descriptors of methods with rules written by hand
   * @param copiesStatics whether static state is filled from the original instead of initialised
   */
  public byte[] rewrite(byte[] original, boolean copiesStatics, Set<String> ruled) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Body(writer, copiesStatics, ruled), 0);
    return writer.toByteArray();
  }

  private static final String LOOKUP = "Ljava/lang/invoke/MethodHandles$Lookup;";

  private final class Body extends ClassVisitor {
    private final boolean copiesStatics;
    private final Set<String> ruled;
    private String self = "";
    private int access;
    private int version;
    private Handles handles = new Handles(table, "", false);

    Body(ClassVisitor out, boolean copiesStatics, Set<String> ruled) {
      super(ASM9, out);
      this.ruled = ruled;
      this.copiesStatics = copiesStatics;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      this.version = version & 0xFFFF;
      this.access = access;
      self = name;
      handles = new Handles(table, name, (access & ACC_INTERFACE) != 0);
      super.visit(version, access, name, signature, superName, interfaces);
    }

    /** Fields lose their final, so that copies of live objects and statics can be filled in. */
    @Override
    public FieldVisitor visitField(
        int fieldAccess,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      boolean inInterface = (access & ACC_INTERFACE) != 0;
      int open = inInterface ? fieldAccess : fieldAccess & ~ACC_FINAL;
      return super.visitField(open, name, descriptor, signature, value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int methodAccess,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (name.equals("<clinit>") && fillsStatics()) {
        return null;
      }
      boolean hasRule = ruled.contains(name + descriptor);
      if (hasRule) {
        int how = methodAccess & ~ACC_NATIVE;
        RuleStub.write(
            super.visitMethod(how, name, descriptor, signature, exceptions),
            self,
            name,
            descriptor);
        if ((methodAccess & ACC_NATIVE) != 0) return null;
      }
      if ((methodAccess & ACC_NATIVE) != 0) {
        refuse(
            super.visitMethod(methodAccess & ~ACC_NATIVE, name, descriptor, signature, exceptions),
            name,
            descriptor,
            methodAccess);
        return null;
      }
      String own = hasRule ? Primitives.plainName(name) : name;
      if (Primitives.isOne(self, name, descriptor)) {
        Primitives.write(
            super.visitMethod(methodAccess, name, descriptor, signature, exceptions),
            self,
            name,
            descriptor);
        own = Primitives.plainName(name);
      }
      MethodVisitor out = super.visitMethod(methodAccess, own, descriptor, signature, exceptions);
      return new MethodRewriter(table, handles, methodAccess, own, descriptor, out);
    }

    private boolean fillsStatics() {
      return copiesStatics && version >= V1_5;
    }

    private void refuse(MethodVisitor m, String name, String descriptor, int methodAccess) {
      m.visitCode();
      m.visitLdcInsn("native method " + Guards.shown(self, name));
      m.visitMethodInsn(
          INVOKESTATIC,
          Names.GUARD,
          "unknown",
          "(Ljava/lang/String;)Lorg/jacobean/autodiff/trace/contract/Refusal;",
          false);
      m.visitInsn(ATHROW);
      int size = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) + 1;
      m.visitMaxs(1, size);
      m.visitEnd();
    }

    @Override
    public void visitEnd() {
      if (fillsStatics()) {
        MethodVisitor m = super.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        m.visitCode();
        m.visitLdcInsn(Type.getObjectType(self));
        m.visitMethodInsn(INVOKESTATIC, Names.ORIGINALS, "fill", "(Ljava/lang/Class;)V", false);
        m.visitInsn(RETURN);
        m.visitMaxs(1, 0);
        m.visitEnd();
      }
      handles.write(cv);
      if (version >= V1_8) {
        writeLookup();
      }
      super.visitEnd();
    }

    /** Gives lambdas copied into the world a lookup with all rights of their class. */
    private void writeLookup() {
      int how = ACC_PUBLIC | ACC_STATIC | ACC_SYNTHETIC;
      MethodVisitor m = super.visitMethod(how, World.LOOKUP, "()" + LOOKUP, null, null);
      m.visitCode();
      m.visitMethodInsn(
          INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", "()" + LOOKUP, false);
      m.visitInsn(ARETURN);
      m.visitMaxs(1, 0);
      m.visitEnd();
    }
  }
}
