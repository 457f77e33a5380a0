package org.jacobean.autodiff;

import java.util.Arrays;
import org.jacobean.autodiff.tier.Signature;

/** The matrix of all second partial derivatives, several columns a sweep. */
public final class Hessian {
  static final int AT_ONCE = 2;

  private final Prepared prepared;
  private final Space space;

  Hessian(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.forwardOverReverse(signature, space.active(), AT_ONCE);
  }

  public double[][] at(double... x) {
    int n = x.length;
    double[][] h = new double[n][n];
    for (int c = 0; c < n; c += AT_ONCE) {
      double[][] v = new double[AT_ONCE][n];
      double[][] out = new double[AT_ONCE][n];
      for (int t = 0; t < AT_ONCE && c + t < n; t++) v[t][c + t] = 1;
      Hvp.products(prepared, space, x, v, out);
      for (int t = 0; t < AT_ONCE && c + t < n; t++) h[c + t] = out[t];
    }
    return h;
  }

  /** The sum of the diagonal. */
  double trace(double[] x) {
    double[][] h = at(x);
    return Arrays.stream(range(h.length)).mapToDouble(i -> h[i][i]).sum();
  }

  private static int[] range(int n) {
    int[] r = new int[n];
    Arrays.setAll(r, i -> i);
    return r;
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a Hessian; at(…) gives it at a point";
  }
}
