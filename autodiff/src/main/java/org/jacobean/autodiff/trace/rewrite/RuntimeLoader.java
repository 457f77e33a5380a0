package org.jacobean.autodiff.trace.rewrite;

import java.io.IOException;
import java.io.InputStream;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.library.Replaces;
import org.jacobean.autodiff.trace.tape.Tape;

/**
 * Loads the tape and the library a second time, for one world. Only the partials are rewritten,
 * everything else is as it was compiled.
 */
final class RuntimeLoader extends ClassLoader {
  private static final String TAPE = Tape.class.getPackageName() + ".";
  private static final String LIBRARY = Replaces.class.getPackageName() + ".";
  private static final String PARTIALS = LIBRARY + "Partials";

  private final Rewriter rewriter;

  RuntimeLoader(Rewriter rewriter) {
    super(RuntimeLoader.class.getClassLoader());
    this.rewriter = rewriter;
  }

  /** The annotation is read outside worlds only. */
  static boolean holds(String name) {
    return (name.startsWith(TAPE) || name.startsWith(LIBRARY))
        && !name.equals(Replaces.class.getName());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!holds(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> c = findLoadedClass(name);
      return c != null ? c : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      byte[] loaded =
          name.equals(PARTIALS) ? rewriter.rewrite(code, false, java.util.Set.of()) : code;
      return defineClass(name, loaded, 0, loaded.length, RuntimeLoader.class.getProtectionDomain());
    } catch (IOException e) {
      throw new EngineFault("the runtime class " + name + " cannot be read", e);
    }
  }
}
