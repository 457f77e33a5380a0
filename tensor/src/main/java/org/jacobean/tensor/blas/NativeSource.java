package org.jacobean.tensor.blas;

import org.jspecify.annotations.Nullable;

/** Where the jars of OpenBLAS come from when they are not on the class path; found as a service. */
public interface NativeSource {
  /** A loader that sees bytedeco's OpenBLAS for this platform, or null when it cannot be had. */
  @Nullable ClassLoader openBlas();
}
