package org.jacobean.magics.diff.linear;

import java.util.Arrays;

/** Singular values by one-sided Jacobi rotations, which keep small ones accurate. */
public final class SingularValues {
  private static final int SWEEPS = 60;

  private SingularValues() {}

  /** From the greatest to the least. */
  public static double[] of(double[][] matrix) {
    double[][] columns = transposed(matrix);
    boolean turned = true;
    for (int sweep = 0; sweep < SWEEPS && turned; sweep++) {
      turned = false;
      for (int p = 0; p < columns.length; p++) {
        for (int q = p + 1; q < columns.length; q++) {
          turned |= rotate(columns[p], columns[q]);
        }
      }
    }
    double[] values = Arrays.stream(columns).mapToDouble(SingularValues::length).toArray();
    Arrays.sort(values);
    double[] falling = new double[values.length];
    Arrays.setAll(falling, i -> values[values.length - 1 - i]);
    return falling;
  }

  /** How many directions the matrix keeps apart in double precision. */
  public static int rank(double[][] matrix) {
    double[] values = of(matrix);
    double least =
        values.length == 0 ? 0 : values[0] * Math.ulp(1.0) * Math.max(matrix.length, values.length);
    return (int) Arrays.stream(values).filter(s -> s > least).count();
  }

  /** Makes two columns perpendicular; false when they are. */
  private static boolean rotate(double[] p, double[] q) {
    double pp = 0;
    double qq = 0;
    double pq = 0;
    for (int i = 0; i < p.length; i++) {
      pp += p[i] * p[i];
      qq += q[i] * q[i];
      pq += p[i] * q[i];
    }
    if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp * qq) || pq == 0) {
      return false;
    }
    double zeta = (qq - pp) / (2 * pq);
    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(zeta, 1));
    double c = 1 / Math.hypot(t, 1);
    for (int i = 0; i < p.length; i++) {
      double x = p[i];
      p[i] = c * (x - t * q[i]);
      q[i] = c * (t * x + q[i]);
    }
    return true;
  }

  /** The shorter side as columns. */
  private static double[][] transposed(double[][] matrix) {
    int n = matrix.length == 0 ? 0 : matrix[0].length;
    if (matrix.length < n) {
      return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
    double[][] columns = new double[n][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < n; j++) {
        columns[j][i] = matrix[i][j];
      }
    }
    return columns;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum = Math.hypot(sum, x);
    }
    return sum;
  }
}
