package org.jacobean.tensor.blas;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The library to use, found when the first product is asked for. */
final class Choice {
  private static final System.Logger LOG = System.getLogger("org.jacobean.tensor");
  static final Blas BEST = best();

  private Choice() {}

  private static Blas best() {
    List<String> reasons = new ArrayList<>();
    Blas near = load(Choice.class.getClassLoader(), reasons);
    if (near != null) return near;
    for (NativeSource s : ServiceLoader.load(NativeSource.class, Choice.class.getClassLoader())) {
      ClassLoader found = s.openBlas();
      Blas fetched = found == null ? null : load(found, reasons);
      if (fetched != null) return fetched;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "Matrix products run in plain Java, some 15 times slower: OpenBLAS could not be loaded ("
            + reasons.get(reasons.size() - 1)
            + "). Add org.bytedeco:openblas with its native library for this platform.");
    return PlainBlas.THE;
  }

  private static @Nullable Blas load(ClassLoader loader, List<String> reasons) {
    try {
      return OpenBlas.load(loader);
    } catch (ReflectiveOperationException | LinkageError e) {
      reasons.add(cause(e));
      return null;
    }
  }

  private static String cause(Throwable e) {
    Throwable t = e;
    while (t.getCause() != null) t = t.getCause();
    return t.getClass().getSimpleName() + ": " + t.getMessage();
  }
}
