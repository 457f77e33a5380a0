package org.jacobean.bench.objective;

/** Two objectives every reader knows, with their gradients written by hand. */
public final class Classics {
  private Classics() {}

  public static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  public static double rosenbrockByHand(double[] x, double[] g) {
    java.util.Arrays.fill(g, 0);
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
      sum += 100 * a * a + b * b;
      g[i] += -400 * a * x[i] - 2 * b;
      g[i + 1] += 200 * a;
    }
    return sum;
  }

  /** Mean logistic loss of rows of x with labels 0 or 1. */
  public static double logistic(double[] w, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double z = 0;
      for (int j = 0; j < w.length; j++) z += w[j] * x[i][j];
      sum += Math.log(1 + Math.exp(-(2 * y[i] - 1) * z));
    }
    return sum / y.length;
  }

  public static double logisticByHand(double[] w, double[][] x, double[] y, double[] g) {
    java.util.Arrays.fill(g, 0);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double z = 0, s = 2 * y[i] - 1;
      for (int j = 0; j < w.length; j++) z += w[j] * x[i][j];
      double e = Math.exp(-s * z);
      sum += Math.log(1 + e);
      double error = -s * e / (1 + e) / y.length;
      for (int j = 0; j < w.length; j++) g[j] += error * x[i][j];
    }
    return sum / y.length;
  }
}
