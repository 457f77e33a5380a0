package org.jacobean.autodiff;

import java.util.Arrays;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.trace.contract.Cost;
import org.jacobean.autodiff.trace.contract.Equations;

/**
 * Finds roots, fixed points and minima; their derivatives come from the implicit function theorem.
 */
final class Solver {
  private static final int MOST = 10_000;
  private static final double TOLERANCE = 1e-13;

  private Solver() {}

  /** Newton's method with exact Jacobians, halving steps that do not help. */
  static double[] root(Equations g, double[] start) {
    Jacobian slope = Diff.jacobian((VectorField) z -> g.apply(z));
    double[] z = start.clone();
    double[] r = g.apply(z.clone());
    for (int i = 0; i < 200; i++) {
      double before = norm(r);
      double[] step = solve(slope.at(z), r);
      double length = 1;
      double[] next = moved(z, step, -length);
      double[] residual = g.apply(next.clone());
      while (norm(residual) > before && length > 1e-8) {
        length /= 2;
        next = moved(z, step, -length);
        residual = g.apply(next.clone());
      }
      boolean done = norm(step) <= TOLERANCE * (1 + norm(z)) || norm(residual) == 0;
      if (!(norm(residual) > before)) {
        z = next;
        r = residual;
      }
      if (done || norm(residual) > before) {
        return accepted(z, norm(r) <= 1e-9 * (1 + norm(z)), "implicit");
      }
    }
    return accepted(z, false, "implicit");
  }

  static double[] fixedPoint(Equations f, double[] start) {
    double[] z = start.clone();
    for (int i = 0; i < MOST; i++) {
      double[] next = f.apply(z.clone()).clone();
      double change = norm(moved(next, z, -1));
      z = next;
      if (!Double.isFinite(norm(z))) {
        return accepted(z, false, "fixedPoint");
      }
      if (change <= TOLERANCE * (1 + norm(z))) {
        return z;
      }
    }
    return accepted(z, false, "fixedPoint");
  }

  /** Newton on the gradient, steepest descent where that does not go down. */
  static double[] least(Cost cost, double[] start) {
    ScalarField f = z -> cost.apply(z);
    VectorGradient slope = Diff.grad(f);
    Hessian curvature = Diff.hessian(f);
    double[] z = start.clone();
    for (int i = 0; i < 500; i++) {
      double[] g = slope.at(z);
      double[] step = direction(curvature.at(z), g);
      double length = 1;
      double here = cost.apply(z.clone());
      double[] next = moved(z, step, -length);
      while (cost.apply(next.clone()) > here && length > 1e-12) {
        length /= 2;
        next = moved(z, step, -length);
      }
      if (norm(step) * length <= TOLERANCE * (1 + norm(z)) || length <= 1e-12) {
        return accepted(z, norm(g) <= 1e-6 * (1 + Math.abs(here)), "argmin");
      }
      z = next;
    }
    return accepted(z, false, "argmin");
  }

  private static double[] direction(double[][] h, double[] g) {
    double[] newton = solve(h, g);
    double down = 0;
    for (int i = 0; i < g.length; i++) {
      down += newton[i] * g[i];
    }
    return down > 0 ? newton : g.clone();
  }

  private static double[] accepted(double[] z, boolean good, String what) {
    if (!good) {
      throw new BadArgument(
          what
              + " did not converge; the last point was "
              + Arrays.toString(z)
              + ": start nearer to the solution, or check that there is one");
    }
    return z;
  }

  private static double[] moved(double[] z, double[] step, double length) {
    double[] out = new double[z.length];
    Arrays.setAll(out, i -> z[i] + length * step[i]);
    return out;
  }

  private static double norm(double[] v) {
    double s = 0;
    for (double d : v) {
      s = Math.max(s, Math.abs(d));
    }
    return Arrays.stream(v).anyMatch(Double::isNaN) ? Double.POSITIVE_INFINITY : s;
  }

  /** Gaussian elimination with partial pivoting; a singular matrix gives NaN. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    Arrays.setAll(a, i -> matrix[i].clone());
    double[] b = right.clone();
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
      double[] row = a[c];
      a[c] = a[best];
      a[best] = row;
      double t = b[c];
      b[c] = b[best];
      b[best] = t;
      for (int r = c + 1; r < n; r++) {
        double f = a[r][c] / a[c][c];
        for (int k = c; k < n; k++) a[r][k] -= f * a[c][k];
        b[r] -= f * b[c];
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      for (int k = r + 1; k < n; k++) b[r] -= a[r][k] * b[k];
      b[r] /= a[r][r];
    }
    return b;
  }
}
