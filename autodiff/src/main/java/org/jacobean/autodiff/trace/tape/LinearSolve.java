package org.jacobean.autodiff.trace.tape;

/** Gaussian elimination with partial pivoting; the right-hand side may be active. */
final class LinearSolve {
  private LinearSolve() {}

  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double[] b = right.clone();
    for (int c = 0; c < n; c++) {
      pivot(a, b, c);
      for (int r = c + 1; r < n; r++) {
        double f = a[r][c] / a[c][c];
        for (int k = c; k < n; k++) {
          a[r][k] -= f * a[c][k];
        }
        b[r] = Arithmetic.subProduct(b[r], f, b[c]);
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      for (int k = r + 1; k < n; k++) {
        b[r] = Arithmetic.subProduct(b[r], a[r][k], b[k]);
      }
      b[r] = Arithmetic.div(b[r], a[r][r]);
    }
    return b;
  }

  private static void pivot(double[][] a, double[] b, int c) {
    int best = c;
    for (int r = c + 1; r < b.length; r++) {
      best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
    }
    if (a[best][c] == 0) {
      throw Tape.refuse(
          "a solution of equations",
          "their Jacobian is singular there, so the solution has no derivative",
          "check that there are as many independent equations as unknowns");
    }
    double[] row = a[c];
    a[c] = a[best];
    a[best] = row;
    double t = b[c];
    b[c] = b[best];
    b[best] = t;
  }
}
