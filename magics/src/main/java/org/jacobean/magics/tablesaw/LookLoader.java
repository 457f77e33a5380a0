package org.jacobean.magics.tablesaw;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines the looks of values anew under a user's loader, so that the Tablesaw they name is the
 * user's; all else comes from there, our public types from where it finds them itself.
 */
final class LookLoader extends ClassLoader {
  private static final String OWN = "org.jacobean.display.value.";

  LookLoader(ClassLoader users) {
    super("looks", users);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream in = LookLoader.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
