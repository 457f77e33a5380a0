package org.jacobean.tensor.train;

import org.jacobean.tensor.Tensor;

/** Keeps gradients within bounds, in place. */
public final class Clip {
  private Clip() {}

  /** The length of all numbers as one vector. */
  public static double norm(Object gradient) {
    double[] s = {0};
    for (Tensor t : Parameters.of(gradient))
      Tensor.change(
          0,
          (x, n) -> {
            for (int i = 0; i < n; i++) s[0] += x[0][i] * x[0][i];
          },
          t);
    return Math.sqrt(s[0]);
  }

  /** Shortens to a length if it is longer; gives the length it had. */
  public static double byNorm(Object gradient, double longest) {
    double had = norm(gradient);
    double f = longest / had;
    if (had > longest)
      for (Tensor t : Parameters.of(gradient))
        Tensor.change(
            1,
            (x, n) -> {
              for (int i = 0; i < n; i++) x[0][i] *= f;
            },
            t);
    return had;
  }

  /** Brings each number to between −bound and bound. */
  public static void byValue(Object gradient, double bound) {
    for (Tensor t : Parameters.of(gradient))
      Tensor.change(
          1,
          (x, n) -> {
            for (int i = 0; i < n; i++) x[0][i] = Math.max(-bound, Math.min(bound, x[0][i]));
          },
          t);
  }
}
