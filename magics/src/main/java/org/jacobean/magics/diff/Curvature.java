package org.jacobean.magics.diff;

import org.jacobean.display.Numbers;
import org.jacobean.magics.diff.linear.SymmetricEigen;

/** What a Hessian's eigenvalues say about the shape of a function, in words. */
final class Curvature {
  private final SymmetricEigen eigen;
  private final double tolerance;

  Curvature(SymmetricEigen eigen) {
    this.eigen = eigen;
    double largest = 0;
    for (double value : eigen.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    this.tolerance = largest * 1e-12;
  }

  private int count(int sign) {
    int count = 0;
    for (double value : eigen.values()) {
      count += (Math.abs(value) <= tolerance ? 0 : (int) Math.signum(value)) == sign ? 1 : 0;
    }
    return count;
  }

  /** One word for tables. */
  String kind(boolean critical) {
    if (count(1) > 0 && count(-1) > 0) {
      return critical ? "saddle" : "indefinite";
    }
    if (count(0) > 0) {
      return critical ? "undecided (flat along some direction)" : "semidefinite";
    }
    return count(1) > 0
        ? critical ? "minimum" : "positive definite"
        : critical ? "maximum" : "negative definite";
  }

  /** A sentence: whether it curves up or down, and along what. */
  String sentence() {
    int n = eigen.values().length;
    int flat = count(0);
    if (flat == n) {
      return "zero: flat to second order in every direction.";
    }
    if (count(1) > 0 && count(-1) > 0) {
      return "indefinite, a saddle: curves up along %s, down along %s."
          .formatted(vector(n - 1), vector(0));
    }
    boolean up = count(1) > 0;
    String sign = up ? "positive" : "negative";
    return flat > 0
        ? "%s semidefinite: curves %s along %s, flat along %s."
            .formatted(sign, up ? "up" : "down", vector(up ? n - 1 : 0), vector(up ? 0 : n - 1))
        : "%s definite: curves %s in every direction, most along %s."
            .formatted(sign, up ? "up" : "down", vector(up ? n - 1 : 0));
  }

  /** Greatest over least size of curvature: how much longer the contours are than wide, squared. */
  double condition() {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (double value : eigen.values()) {
      least = Math.min(least, Math.abs(value));
      greatest = Math.max(greatest, Math.abs(value));
    }
    return least <= tolerance ? Double.POSITIVE_INFINITY : greatest / least;
  }

  private String vector(int k) {
    double[] v = eigen.vectors()[k];
    if (v.length <= 10) {
      return GradientLook.vector(v);
    }
    return "eigenvector " + (k + 1) + " (curvature " + Numbers.format(eigen.values()[k], 5) + ")";
  }
}
