package org.jacobean.autodiff;

import org.jacobean.autodiff.reading.Pattern;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of second partial derivatives of a function whose variables meet in small groups: few
 * Hessian-vector products give all of it.
 */
public final class SparseHessian {
  private final Compressed compressed;

  SparseHessian(Signature signature, @Nullable Sparsity pattern) {
    Prepared prepared =
        Prepared.forwardOverReverse(signature, new Space(signature).active(), Hessian.AT_ONCE);
    Space space = new Space(signature);
    compressed =
        new Compressed(
            (x, v) -> products(prepared, space, x, v),
            x -> new Sparsity(Pattern.hessian(Point.of(signature.target(), x).graph()), x.length),
            pattern);
  }

  private static double[][] products(Prepared prepared, Space space, double[] x, double[][] v) {
    double[][] out = new double[v.length][x.length];
    for (int c = 0; c < v.length; c += Hessian.AT_ONCE) {
      double[][] in = new double[Hessian.AT_ONCE][x.length];
      double[][] got = new double[Hessian.AT_ONCE][x.length];
      for (int t = 0; t < in.length && c + t < v.length; t++) in[t] = v[c + t].clone();
      Hvp.products(prepared, space, x, in, got);
      for (int t = 0; t < in.length && c + t < v.length; t++) out[c + t] = got[t];
    }
    return out;
  }

  public SparseMatrix at(double... x) {
    return compressed.at(x);
  }

  /** How many Hessian-vector products the last call took. */
  public int passes() {
    return compressed.passes();
  }
}
