package org.jacobean.kernel.session.load;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What of a class only its own package may use.
 *
 * @param hidden the class itself
 * @param hiddenMembers as {@code name:descriptor}
 * @param members all of them
 * @param parent binary name of the superclass
 */
record NonPublic(boolean hidden, Set<String> hiddenMembers, Set<String> members, String parent) {
  static final NonPublic NONE = new NonPublic(false, Set.of(), Set.of(), "");

  static NonPublic of(byte[] bytes) {
    Reading reading = new Reading();
    new ClassReader(bytes)
        .accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new NonPublic(reading.hidden, reading.hiddenMembers, reading.members, reading.parent);
  }

  /** Whether a member, perhaps inherited, is one of these. */
  boolean declares(String member, Function<String, NonPublic> classes) {
    if (hiddenMembers.contains(member)) {
      return true;
    }
    return !members.contains(member)
        && parent.startsWith(SessionLoader.PACKAGE)
        && classes.apply(parent).declares(member, classes);
  }

  private static final class Reading extends ClassVisitor {
    private final Set<String> hiddenMembers = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private boolean hidden;
    private String parent = "";

    Reading() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String parentName,
        String @Nullable [] interfaces) {
      hidden = (access & Opcodes.ACC_PUBLIC) == 0;
      parent = parentName == null ? "" : parentName.replace('/', '.');
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      note(access, name, descriptor);
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      note(access, name, descriptor);
      return null;
    }

    private void note(int access, String name, String descriptor) {
      members.add(name + ":" + descriptor);
      if ((access & Opcodes.ACC_PUBLIC) == 0) {
        hiddenMembers.add(name + ":" + descriptor);
      }
    }
  }
}
