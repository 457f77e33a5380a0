package org.jacobean.autodiff.function;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Class bytes as the class loader that defined the class serves them. */
public final class Bytecode {
  private static final ClassValue<SoftReference<ClassNode>> PARSED =
      new ClassValue<>() {
        @Override
        protected SoftReference<ClassNode> computeValue(Class<?> c) {
          return new SoftReference<>(parse(c));
        }
      };

  private Bytecode() {}

  /** The parsed class; kept while memory allows. */
  public static ClassNode of(Class<?> c) {
    ClassNode node = PARSED.get(c).get();
    if (node != null) return node;
    PARSED.remove(c);
    return parse(c);
  }

  /** The method a class itself declares, or null. */
  public static @Nullable MethodNode method(Class<?> c, String name, String descriptor) {
    for (MethodNode m : of(c).methods)
      if (m.name.equals(name) && m.desc.equals(descriptor)) return m;
    return null;
  }

  private static ClassNode parse(Class<?> c) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes(c)).accept(node, ClassReader.SKIP_FRAMES);
    return node;
  }

  private static byte[] bytes(Class<?> c) {
    ClassLoader loader = c.getClassLoader();
    String file = Type.getInternalName(c) + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      if (in != null) return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(c, "reading it failed (" + e.getMessage() + ")");
    }
    throw unreadable(c, "its class loader does not serve its bytes");
  }

  private static NotDifferentiable unreadable(Class<?> c, String why) {
    return new NotDifferentiable(
        "The class " + c.getName(),
        c.getSimpleName(),
        0,
        why,
        "load it from a jar or directory, or define it in a notebook cell");
  }
}
