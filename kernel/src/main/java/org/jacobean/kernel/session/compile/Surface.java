package org.jacobean.kernel.session.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The wrappers that a class's signatures name: what a compiler reading it must find. */
public final class Surface extends ClassVisitor {
  private static final Pattern WRAPPER = Pattern.compile("REPL/(\\$JShell\\$\\d+)");
  private final Set<String> wrappers = new HashSet<>();

  private Surface() {
    super(Opcodes.ASM9);
  }

  public static Set<String> of(List<ClassFile> files) {
    Surface surface = new Surface();
    for (ClassFile file : files) {
      new ClassReader(file.bytes())
          .accept(
              surface, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return Set.copyOf(surface.wrappers);
  }

  private void note(@Nullable String text) {
    if (text != null && text.contains("REPL/")) {
      Matcher found = WRAPPER.matcher(text);
      while (found.find()) {
        wrappers.add(found.group(1));
      }
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String parent,
      String @Nullable [] interfaces) {
    note(signature);
    note(parent);
    if (interfaces != null) {
      note(String.join(" ", interfaces));
    }
  }

  @Override
  public void visitPermittedSubclass(String name) {
    note(name);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    note(descriptor);
    note(signature);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    note(descriptor);
    note(signature);
    if (exceptions != null) {
      note(String.join(" ", exceptions));
    }
    return null;
  }
}
