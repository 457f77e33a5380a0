package org.jacobean.tensor;

import java.util.Arrays;
import org.jacobean.autodiff.value.Partial;

/** Sums and extremes along axes. Reduced axes stay with size 1 here; the caller drops them. */
final class Reduction {
  private Reduction() {}

  /** A number from a row of numbers. */
  private interface Fold {
    double of(double[] row, int n);
  }

  static Tensor sum(Tensor x, boolean[] axes) {
    int[] kept = Shapes.kept(x.shape, axes);
    if (Arrays.equals(kept, x.shape)) return x;
    return total(x, axes, kept)
        .is("sum", new Partial<>(x, t -> sum(t, axes), g -> g.broadcastTo(x.shape)));
  }

  private static Tensor total(Tensor x, boolean[] axes, int[] kept) {
    int n = x.size() / Math.max(1, Shapes.size(kept));
    if (leading(axes) && x.contiguous()) return columns(x, kept, n);
    if (n <= Scratch.BLOCK) return fold(x, axes, kept, Reduction::plain);
    double[] r = new double[Shapes.size(kept)];
    Tensor rows = last(x, axes);
    double[] block = Scratch.block(0);
    for (int i = 0; i < r.length; i++)
      for (int j = 0; j < n; j += Scratch.BLOCK) {
        int m = Math.min(Scratch.BLOCK, n - j);
        Blocks.read(rows, i * n + j, m, block, 0);
        r[i] += plain(block, m);
      }
    return Blocks.of(x.type(), kept, r);
  }

  /** Four sums side by side: the processor adds them at once. */
  private static double plain(double[] x, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < n; i++) a += x[i];
    return a + b + (c + d);
  }

  private static boolean leading(boolean[] axes) {
    boolean before = true;
    for (boolean a : axes) {
      if (a && !before) return false;
      before = a;
    }
    return true;
  }

  /** Row added to row. */
  private static Tensor columns(Tensor x, int[] kept, int n) {
    double[] r = new double[Shapes.size(kept)];
    if (x.type() == DType.FLOAT32) return floatColumns(x, kept, n, r);
    double[] row = new double[r.length];
    for (int i = 0; i < n; i++) {
      x.storage.read(x.offset + i * r.length, 1, r.length, row, 0);
      for (int j = 0; j < r.length; j++) r[j] += row[j];
    }
    return Blocks.of(x.type(), kept, r);
  }

  /** Some rows by floats at a time, these sums by doubles. */
  private static Tensor floatColumns(Tensor x, int[] kept, int n, double[] r) {
    float[] row = new float[r.length];
    float[] some = new float[r.length];
    for (int i = 0; i < n; i += 16) {
      Arrays.fill(some, 0);
      for (int k = i; k < Math.min(n, i + 16); k++) {
        x.storage.read(x.offset + k * r.length, 1, r.length, row, 0);
        for (int j = 0; j < some.length; j++) some[j] += row[j];
      }
      for (int j = 0; j < r.length; j++) r[j] += some[j];
    }
    return Blocks.of(x.type(), kept, r);
  }

  /** The tensor with the reduced axes last. */
  private static Tensor last(Tensor x, boolean[] axes) {
    int[] order = new int[axes.length];
    int k = 0;
    for (int i = 0; i < axes.length; i++) if (!axes[i]) order[k++] = i;
    for (int i = 0; i < axes.length; i++) if (axes[i]) order[k++] = i;
    return x.detach().permute(order);
  }

  private static Tensor fold(Tensor x, boolean[] axes, int[] kept, Fold f) {
    double[] r = new double[Shapes.size(kept)];
    int n = x.size() / Math.max(1, r.length);
    Tensor rows = last(x, axes);
    double[] row = n <= Scratch.BLOCK ? Scratch.block(0) : new double[n];
    for (int i = 0; i < r.length; i++) {
      Blocks.read(rows, i * n, n, row, 0);
      r[i] = f.of(row, n);
    }
    return Blocks.of(x.type(), kept, r);
  }

  private static boolean[] one(Tensor x, int axis) {
    boolean[] b = new boolean[x.shape.length];
    b[axis] = true;
    return b;
  }

  /** Places of the largest numbers along an axis; of several the first. */
  static int[] places(Tensor x, int axis) {
    boolean[] axes = one(x, axis);
    Tensor t = fold(x.detach(), axes, Shapes.kept(x.shape, axes), Reduction::largest);
    return Arrays.stream(Blocks.array(t.to(DType.FLOAT64))).mapToInt(v -> (int) v).toArray();
  }

  private static double largest(double[] x, int n) {
    int k = 0;
    for (int i = 1; i < n; i++) if (x[i] > x[k] || Double.isNaN(x[i]) && !Double.isNaN(x[k])) k = i;
    return k;
  }

  /** The largest along an axis, whose derivative goes to its place. */
  static Tensor max(Tensor x, int axis) {
    int[] at = places(x, axis);
    int n = x.shape[axis];
    int inner = Shapes.size(Arrays.copyOfRange(x.shape, axis + 1, x.shape.length));
    int[] flat = new int[at.length];
    for (int i = 0; i < at.length; i++) flat[i] = (i / inner * n + at[i]) * inner + i % inner;
    return Movement.take(x, flat, Shapes.with(x.shape, axis, 1));
  }

  /** log Σ eˣ along an axis without overflow; its derivative is the softmax. */
  static Tensor logSumExp(Tensor x, int axis) {
    boolean[] axes = one(x, axis);
    Tensor r = fold(x, axes, Shapes.kept(x.shape, axes), Reduction::logSumExp);
    return r.is(
        "logSumExp",
        new Partial<>(x, t -> sum(t.mul(x.softmax(axis)), axes), g -> g.mul(x.softmax(axis))));
  }

  private static double logSumExp(double[] x, int n) {
    double m = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) m = Math.max(m, x[i]);
    if (Double.isInfinite(m)) return m;
    double s = 0;
    for (int i = 0; i < n; i++) s += Math.exp(x[i] - m);
    return m + Math.log(s);
  }
}
