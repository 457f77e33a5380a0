package org.jacobean.autodiff.value;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * How long what a sweep makes lives. A library whose values lie outside Java's heap provides one as
 * a service: everything made while a lease is open ends with it, but for what is kept.
 */
public interface Memory {
  /** From the beginning of a sweep to its end. */
  interface Lease extends AutoCloseable {
    /** The value as a constant that outlives the sweep. */
    @SuppressWarnings("rawtypes")
    Active keep(Active value);

    @Override
    void close();
  }

  Lease lease();

  /** A lease of the library that is there, or one that leaves everything to the collector. */
  static Lease open() {
    Memory m = Provided.MEMORY;
    return m == null ? Provided.NONE : m.lease();
  }

  /** The service, looked up once. */
  final class Provided {
    private static final @Nullable Memory MEMORY =
        ServiceLoader.load(Memory.class, Memory.class.getClassLoader()).findFirst().orElse(null);

    @SuppressWarnings("rawtypes")
    private static final Lease NONE =
        new Lease() {
          @Override
          public Active keep(Active value) {
            return (Active) value.detach();
          }

          @Override
          public void close() {}
        };

    private Provided() {}
  }
}
