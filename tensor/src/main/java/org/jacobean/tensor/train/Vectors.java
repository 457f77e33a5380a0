package org.jacobean.tensor.train;

/** Arithmetic of plain vectors. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * b[i];
    return s;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** a + c·b. */
  static double[] plus(double[] a, double[] b, double c) {
    double[] r = new double[a.length];
    for (int i = 0; i < r.length; i++) r[i] = a[i] + c * b[i];
    return r;
  }

  static double[] minus(double[] a, double[] b) {
    return plus(a, b, -1);
  }

  static double[] times(double[] a, double c) {
    double[] r = new double[a.length];
    for (int i = 0; i < r.length; i++) r[i] = c * a[i];
    return r;
  }
}
