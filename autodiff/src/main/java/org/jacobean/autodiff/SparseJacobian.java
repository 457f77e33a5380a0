package org.jacobean.autodiff;

import org.jacobean.autodiff.reading.Pattern;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of first partial derivatives of a function whose results depend on few variables each:
 * few directional derivatives give all of it.
 */
public final class SparseJacobian {
  private final Compressed compressed;

  SparseJacobian(Signature signature, @Nullable Sparsity pattern) {
    Jvp along = new Jvp(signature);
    compressed =
        new Compressed(
            (x, v) -> {
              double[][] out = new double[v.length][];
              for (int c = 0; c < v.length; c++) out[c] = along.at(x, v[c]);
              return out;
            },
            x -> new Sparsity(Pattern.jacobian(Point.of(signature.target(), x).graph()), x.length),
            pattern);
  }

  public SparseMatrix at(double... x) {
    return compressed.at(x);
  }

  /** How many directional derivatives the last call took. */
  public int passes() {
    return compressed.passes();
  }
}
