package org.jacobean.tensor.blas;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Products in plain Java: rows added to rows, a loop HotSpot turns into vector instructions. */
final class PlainBlas implements Blas {
  static final Blas THE = new PlainBlas();

  private PlainBlas() {}

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void threads(int n) {}

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
    float[] x = new float[k];
    float[] y = rows(tb, k, n, b, ldb);
    float[] r = new float[n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < k; j++) x[j] = a.get(ta ? j * lda + i : i * lda + j);
      Arrays.fill(r, 0);
      for (int j = 0; j < k; j++) add(x[j], y, j * n, r);
      c.put(i * n, r, 0, n);
    }
  }

  private static void add(float f, float[] y, int at, float[] r) {
    for (int i = 0; i < r.length; i++) r[i] += f * y[at + i];
  }

  private static float[] rows(boolean turned, int k, int n, FloatBuffer b, int ldb) {
    float[] y = new float[k * n];
    for (int j = 0; j < k; j++) {
      if (!turned) b.get(j * ldb, y, j * n, n);
      else for (int i = 0; i < n; i++) y[j * n + i] = b.get(i * ldb + j);
    }
    return y;
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
    double[] x = new double[k];
    double[] y = rows(tb, k, n, b, ldb);
    double[] r = new double[n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < k; j++) x[j] = a.get(ta ? j * lda + i : i * lda + j);
      Arrays.fill(r, 0);
      for (int j = 0; j < k; j++) add(x[j], y, j * n, r);
      c.put(i * n, r, 0, n);
    }
  }

  private static void add(double f, double[] y, int at, double[] r) {
    for (int i = 0; i < r.length; i++) r[i] += f * y[at + i];
  }

  private static double[] rows(boolean turned, int k, int n, DoubleBuffer b, int ldb) {
    double[] y = new double[k * n];
    for (int j = 0; j < k; j++) {
      if (!turned) b.get(j * ldb, y, j * n, n);
      else for (int i = 0; i < n; i++) y[j * n + i] = b.get(i * ldb + j);
    }
    return y;
  }
}
