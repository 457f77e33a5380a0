package org.jacobean.tensor.blas;

import java.util.ServiceLoader;

/** The library to use, found when the first product is asked for. */
final class Choice {
  private static final System.Logger LOG = System.getLogger("org.jacobean.tensor");
  static final Blas BEST = best();

  private Choice() {}

  private static Blas best() {
    try {
      return OpenBlas.load(loader());
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Matrix products run in plain Java, some 15 times slower: OpenBLAS could not be loaded ("
              + cause(e)
              + "). Add org.bytedeco:openblas with its native library for this platform.");
      return PlainBlas.THE;
    }
  }

  private static ClassLoader loader() {
    for (NativeSource s : ServiceLoader.load(NativeSource.class, Choice.class.getClassLoader())) {
      ClassLoader found = s.openBlas();
      if (found != null) return found;
    }
    return Choice.class.getClassLoader();
  }

  private static String cause(Throwable e) {
    Throwable t = e;
    while (t.getCause() != null) t = t.getCause();
    return t.getClass().getSimpleName() + ": " + t.getMessage();
  }
}
