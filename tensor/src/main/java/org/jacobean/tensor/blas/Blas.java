package org.jacobean.tensor.blas;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Matrix products, row by row: c = a·b, where c has n numbers in a row and is overwritten. */
public interface Blas {
  /** OpenBLAS where it can be loaded, else plain loops; which one is said once. */
  static Blas best() {
    return Choice.BEST;
  }

  /** The fallback, always there. */
  static Blas plain() {
    return PlainBlas.THE;
  }

  String name();

  /** How many threads a product may use. */
  void threads(int n);

  /**
   * A product of floats.
   *
   * @param ta whether a lies column by column
   * @param tb whether b does
   * @param lda from one row (or column) of a to the next
   * @param ldb the same for b
   */
  void gemm(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      FloatBuffer a,
      int lda,
      FloatBuffer b,
      int ldb,
      FloatBuffer c);

  /** The same for doubles. */
  void gemm(
      boolean ta,
      boolean tb,
      int m,
      int n,
      int k,
      DoubleBuffer a,
      int lda,
      DoubleBuffer b,
      int ldb,
      DoubleBuffer c);
}
