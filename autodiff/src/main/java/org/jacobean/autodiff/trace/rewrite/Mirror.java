package org.jacobean.autodiff.trace.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands for one original loader in a world: defines rewritten classes under the same names, so
 * that packages, nests and visibility are those of the originals. Holds the original loader weakly;
 * who drops it drops its mirror.
 */
final class Mirror extends ClassLoader {
  private final World world;
  private final WeakReference<ClassLoader> original;

  Mirror(World world, ClassLoader original) {
    super(ClassLoader.getPlatformClassLoader());
    this.world = world;
    this.original = new WeakReference<>(original);
  }

  ClassLoader original(String wanted) throws ClassNotFoundException {
    ClassLoader loader = original.get();
    if (loader == null) {
      throw new ClassNotFoundException(wanted + " (its loader is gone)");
    }
    return loader;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> c = findLoadedClass(name);
      return c != null ? c : find(name);
    }
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    if (RuntimeLoader.holds(name)) {
      return world.runtimeClass(name);
    }
    ClassLoader from = original(name);
    Class<?> c = Class.forName(name, false, from);
    if (Border.staysOutside(c)) {
      return c;
    }
    return c.getClassLoader() == from ? define(c, from) : world.counterpart(c);
  }

  private Class<?> define(Class<?> c, ClassLoader from) throws ClassNotFoundException {
    String name = c.getName();
    try (InputStream in = from.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name + ": its loader does not give its bytes");
      }
      byte[] code = world.rewrite(c, in.readAllBytes());
      // the original's own domain would hold its loader
      CodeSource source = c.getProtectionDomain().getCodeSource();
      ProtectionDomain domain = new ProtectionDomain(source, null, this, null);
      return defineClass(name, code, 0, code.length, domain);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  boolean isUsers(Class<?> rewritten) {
    try {
      return Border.isUsers(
          Class.forName(rewritten.getName(), false, original(rewritten.getName())));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Rewritten classes that the code of one names; missing ones are left out. */
  List<Class<?>> mentioned(Class<?> rewritten) {
    List<Class<?>> found = new ArrayList<>();
    for (String name : Mentions.in(bytes(rewritten.getName()))) {
      try {
        found.add(loadClass(name.replace('/', '.'), false));
      } catch (ClassNotFoundException | LinkageError e) {
        // code that needs it will say so itself
        continue;
      }
    }
    return found;
  }

  private byte[] bytes(String name) {
    ClassLoader from = original.get();
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = from == null ? null : from.getResourceAsStream(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    ClassLoader from = original.get();
    return from == null ? null : from.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    ClassLoader from = original.get();
    return from == null ? Collections.emptyEnumeration() : from.getResources(name);
  }
}
