package org.jacobean.tensor.blas;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * OpenBLAS through bytedeco's bindings, which need not be there when this is compiled. A record,
 * because HotSpot takes the handles in its fields for constants.
 */
record OpenBlas(MethodHandle single, MethodHandle exact, MethodHandle count) implements Blas {
  private static final int BY_ROWS = 101;
  private static final int PLAIN = 111;
  private static final int TURNED = 112;

  /** Loads the library; one thread until more are asked for. */
  static Blas load(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> c = Class.forName("org.bytedeco.openblas.global.openblas", true, loader);
    MethodHandles.Lookup l = MethodHandles.publicLookup();
    OpenBlas b =
        new OpenBlas(
            l.findStatic(c, "cblas_sgemm", type(float.class, FloatBuffer.class)),
            l.findStatic(c, "cblas_dgemm", type(double.class, DoubleBuffer.class)),
            l.findStatic(c, "blas_set_num_threads", methodType(void.class, int.class)));
    b.threads(1);
    return b;
  }

  private static java.lang.invoke.MethodType type(Class<?> number, Class<?> buffer) {
    Class<?> i = int.class;
    return methodType(
        void.class, i, i, i, i, i, i, number, buffer, i, buffer, i, number, buffer, i);
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public void threads(int n) {
    try {
      count.invokeExact(n);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  @Override
  public void gemm(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      FloatBuffer a,
      int lda,
      FloatBuffer b,
      int ldb,
      FloatBuffer c) {
    int left = ta ? TURNED : PLAIN;
    int right = tb ? TURNED : PLAIN;
    try {
      single.invokeExact(BY_ROWS, left, right, m, n, k, 1f, a, lda, b, ldb, 0f, c, n);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  @Override
  public void gemm(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      DoubleBuffer a,
      int lda,
      DoubleBuffer b,
      int ldb,
      DoubleBuffer c) {
    int left = ta ? TURNED : PLAIN;
    int right = tb ? TURNED : PLAIN;
    try {
      exact.invokeExact(BY_ROWS, left, right, m, n, k, 1.0, a, lda, b, ldb, 0.0, c, n);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static RuntimeException failed(Throwable e) {
    if (e instanceof RuntimeException r) return r;
    if (e instanceof Error x) throw x;
    return new IllegalStateException("OpenBLAS failed", e);
  }
}
