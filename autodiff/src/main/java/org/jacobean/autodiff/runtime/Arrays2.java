package org.jacobean.autodiff.runtime;

/**
 * Plain Java in place of JDK methods on arrays of doubles and floats, so that the engine can
 * differentiate them like anything else.
 */
public final class Arrays2 {
  private Arrays2() {}

  public static void arraycopy(double[] from, int at, double[] to, int into, int n) {
    if (at < into) for (int i = n - 1; i >= 0; i--) to[into + i] = from[at + i];
    else for (int i = 0; i < n; i++) to[into + i] = from[at + i];
  }

  public static void arraycopy(float[] from, int at, float[] to, int into, int n) {
    if (at < into) for (int i = n - 1; i >= 0; i--) to[into + i] = from[at + i];
    else for (int i = 0; i < n; i++) to[into + i] = from[at + i];
  }

  public static void arraycopy(double[][] from, int at, double[][] to, int into, int n) {
    if (at < into) for (int i = n - 1; i >= 0; i--) to[into + i] = from[at + i];
    else for (int i = 0; i < n; i++) to[into + i] = from[at + i];
  }

  public static void fill(double[] a, double v) {
    for (int i = 0; i < a.length; i++) a[i] = v;
  }

  public static void fill(double[] a, int from, int to, double v) {
    for (int i = from; i < to; i++) a[i] = v;
  }

  public static void fill(float[] a, float v) {
    for (int i = 0; i < a.length; i++) a[i] = v;
  }

  public static double[] copyOf(double[] a, int n) {
    double[] r = new double[n];
    for (int i = 0; i < n && i < a.length; i++) r[i] = a[i];
    return r;
  }

  public static float[] copyOf(float[] a, int n) {
    float[] r = new float[n];
    for (int i = 0; i < n && i < a.length; i++) r[i] = a[i];
    return r;
  }

  public static double[] copyOfRange(double[] a, int from, int to) {
    double[] r = new double[to - from];
    for (int i = from; i < to && i < a.length; i++) r[i - from] = a[i];
    return r;
  }

  public static double[] clone(double[] a) {
    double[] r = new double[a.length];
    for (int i = 0; i < a.length; i++) r[i] = a[i];
    return r;
  }

  public static float[] clone(float[] a) {
    float[] r = new float[a.length];
    for (int i = 0; i < a.length; i++) r[i] = a[i];
    return r;
  }

  public static double[][] clone(double[][] a) {
    double[][] r = new double[a.length][];
    for (int i = 0; i < a.length; i++) r[i] = a[i];
    return r;
  }
}
