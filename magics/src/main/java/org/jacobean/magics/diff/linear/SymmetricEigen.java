package org.jacobean.magics.diff.linear;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and unit eigenvectors of a symmetric matrix by Jacobi's rotations: slower than
 * tridiagonal methods, but accurate to the last digits for the small matrices that people look at.
 *
 * @param values from the least to the greatest
 * @param vectors row k belongs to value k; its largest component is positive
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int SWEEPS = 60;

  /** The matrix is taken as symmetric: its two triangles are averaged. */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][n];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
      for (int j = 0; j < n; j++) {
        a[i][j] = matrix[i][j] / 2 + matrix[j][i] / 2;
      }
    }
    double size = norm(a);
    for (int sweep = 0; sweep < SWEEPS && aside(a) > 1e-16 * size; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return sorted(a, v);
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[p][k];
      double vq = v[q][k];
      v[p][k] = c * vp - s * vq;
      v[q][k] = s * vp + c * vq;
    }
  }

  private static SymmetricEigen sorted(double[][] a, double[][] v) {
    int[] order =
        IntStream.range(0, a.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> a[i][i]))
            .mapToInt(i -> i)
            .toArray();
    double[] values = new double[a.length];
    double[][] vectors = new double[a.length][];
    for (int k = 0; k < order.length; k++) {
      values[k] = a[order[k]][order[k]];
      vectors[k] = oriented(v[order[k]]);
    }
    return new SymmetricEigen(values, vectors);
  }

  private static double[] oriented(double[] vector) {
    double largest = 0;
    for (double x : vector) {
      largest = Math.abs(x) > Math.abs(largest) * (1 + 1e-9) ? x : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    double[] turned = new double[vector.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = Math.abs(vector[i]) < 1e-15 ? 0 : sign * vector[i];
    }
    return turned;
  }

  private static double norm(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      for (double x : row) {
        sum = Math.hypot(sum, x);
      }
    }
    return sum;
  }

  private static double aside(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum = i == j ? sum : Math.hypot(sum, a[i][j]);
      }
    }
    return sum;
  }
}
