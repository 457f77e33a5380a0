package org.jacobean.autodiff;

import java.util.Random;
import org.jacobean.autodiff.error.BadArgument;
import org.jspecify.annotations.Nullable;

/**
 * A sparse matrix of derivatives from products with few vectors: one a colour, and one more that
 * shows whether the pattern holds at the point.
 */
final class Compressed {
  /** Products of the matrix at x with some vectors. */
  interface Products {
    double[][] at(double[] x, double[][] v);
  }

  /** The pattern at a point. */
  interface Detection {
    Sparsity at(double[] x);
  }

  private record Plan(Sparsity pattern, int[] colour) {}

  private final Products products;
  private final Detection detection;
  private final boolean given;
  private volatile @Nullable Plan plan;
  private volatile int passes;

  Compressed(Products products, Detection detection, @Nullable Sparsity pattern) {
    this.products = products;
    this.detection = detection;
    given = pattern != null;
    if (pattern != null) plan = new Plan(pattern, pattern.colours());
  }

  int passes() {
    return passes;
  }

  SparseMatrix at(double[] x) {
    Plan p = plan;
    SparseMatrix m = p == null ? null : with(p, x);
    if (m != null) return m;
    if (given)
      throw new BadArgument(
          "The pattern given leaves out entries that differ from zero at this point:"
              + " add them, or leave the pattern out and it is found");
    Sparsity s = detection.at(x);
    plan = p = new Plan(s, s.colours());
    m = with(p, x);
    if (m == null)
      throw new BadArgument(
          "The pattern found does not hold at this point: the function does not compute the same"
              + " twice");
    return m;
  }

  private @Nullable SparseMatrix with(Plan p, double[] x) {
    if (p.pattern.columns() != x.length)
      throw new BadArgument(
          "The pattern has "
              + p.pattern.columns()
              + " columns, the point "
              + x.length
              + " coordinates");
    double[][] seeds = p.pattern.seeds(p.colour);
    double[][] all = java.util.Arrays.copyOf(seeds, seeds.length + 1);
    double[] probe = new Random(x.length).doubles(x.length, 0.5, 1).toArray();
    all[seeds.length] = probe;
    double[][] got = products.at(x, all);
    passes = all.length;
    if (got[seeds.length].length != p.pattern.rows()) return null;
    SparseMatrix m = p.pattern.decompress(p.colour, got);
    return same(m.times(probe), got[seeds.length], m) ? m : null;
  }

  private static boolean same(double[] a, double[] b, SparseMatrix m) {
    double size = 0;
    for (double v : m.value()) size = Math.max(size, Math.abs(v));
    for (double v : b) size = Math.max(size, Math.abs(v));
    for (int i = 0; i < a.length; i++)
      if (Math.abs(a[i] - b[i]) > 1e-9 * size) return false; // NaN passes: it is in both
    return true;
  }
}
