package org.jacobean.magics.diff.linear;

import java.util.function.Function;

/** Zeros of a gradient by Newton's method, with Levenberg's damping where the Hessian misleads. */
public final class Newton {
  private static final int STEPS = 60;

  private final Function<double[], double[]> gradient;
  private final Function<double[], double[][]> hessian;

  public Newton(Function<double[], double[]> gradient, Function<double[], double[][]> hessian) {
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** The zero reached from a start, or an empty array when none is. */
  public double[] from(double[] start) {
    double[] x = start.clone();
    double[] g = gradient.apply(x);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && finite(g); step++) {
      if (norm(g) < 1e-13) {
        return x;
      }
      double[] next = plus(x, step(hessian.apply(x), g, damping * norm(g)));
      double[] there = gradient.apply(next);
      if (finite(there) && norm(there) < norm(g)) {
        if (same(x, next)) {
          return x;
        }
        x = next;
        g = there;
        damping = damping / 5;
      } else if (damping > 1e12) {
        break;
      } else {
        damping = damping * 6 + 1e-12;
      }
    }
    return finite(g) && norm(g) < 1e-8 ? x : new double[0];
  }

  /** Solves (HᵀH + λI) d = −Hᵀg. */
  private static double[] step(double[][] h, double[] g, double damping) {
    int n = g.length;
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          a[i][j] += h[k][i] * h[k][j];
        }
      }
      a[i][i] += damping + 1e-300;
      for (int k = 0; k < n; k++) {
        a[i][n] -= h[k][i] * g[k];
      }
    }
    return solved(a);
  }

  private static double[] solved(double[][] a) {
    int n = a.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] row = a[pivot];
      a[pivot] = a[c];
      a[c] = row;
      for (int r = 0; r < n; r++) {
        double factor = r == c || a[c][c] == 0 ? 0 : a[r][c] / a[c][c];
        for (int k = c; k <= n && factor != 0; k++) {
          a[r][k] -= factor * a[c][k];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = a[i][i] == 0 ? 0 : a[i][n] / a[i][i];
    }
    return x;
  }

  private static double[] plus(double[] x, double[] d) {
    double[] sum = x.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += d[i];
    }
    return sum;
  }

  private static boolean same(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      if (Math.abs(x[i] - y[i]) > 1e-15 * Math.max(1, Math.abs(x[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean finite(double[] v) {
    return java.util.Arrays.stream(v).allMatch(Double::isFinite);
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum = Math.hypot(sum, x);
    }
    return sum;
  }
}
