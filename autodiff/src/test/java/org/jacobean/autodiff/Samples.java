package org.jacobean.autodiff;

import java.util.Arrays;

/** Ordinary methods of every shape the compiled tier covers. */
final class Samples {
  private Samples() {}

  static double rosenbrock(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      s += a * a + 100 * b * b;
    }
    return s;
  }

  static double branchesInLoops(double[] x) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      if (t > 0.5) s = s * t;
      else if (t < -0.5) s = s - Math.sin(t) * s;
      else {
        if (i % 3 == 0) continue;
        s += Math.exp(t) * t;
      }
      if (s > 1e3) break;
      double u = s > 2 ? Math.sqrt(s) : s * s;
      s = u + t;
    }
    return s;
  }

  static double labelled(double[] x) {
    double s = 0;
    outer:
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (x[j] > 1.2) continue outer;
        if (s > 40) break outer;
        s += x[i] * x[j] * x[j];
      }
      s *= 0.9;
    }
    do {
      s = s * 0.7 + x[0];
    } while (Math.abs(s) > 3);
    return s;
  }

  private static double square(double a) {
    return a * a;
  }

  private static void addSquare(double[] o, int i, double v) {
    o[i] += v * v;
  }

  static double overwritesAndCalls(double[] x) {
    double[] o = new double[2];
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += square(x[i]) * Math.cos(s);
      addSquare(o, i & 1, x[i] * s);
      x[i] = s;
    }
    return s * o[0] + o[1] + square(square(s)) + x[0] * x[1];
  }

  private static double chain(double x, int n) {
    return n <= 1 ? x : (n % 2 == 0 ? Math.sin(x) * chain(x * 1.1, n - 1) : chain(x, n - 1) + x);
  }

  static double recursion(double[] x) {
    return chain(x[0], 6) * x[0];
  }

  static double powerIteration(double[] v) {
    int n = v.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] = Math.cos(i + j * v[j]);
    double[] w = new double[n];
    for (int it = 0; it < 3; it++) {
      for (int i = 0; i < n; i++) {
        double s = 0;
        for (int j = 0; j < a[i].length; j++) s += a[i][j] * v[j];
        w[i] = s;
      }
      double norm = 0;
      for (double q : w) norm += q * q;
      norm = Math.sqrt(norm);
      for (int i = 0; i < n; i++) w[i] = w[i] / norm * w[i];
      for (int i = 0; i < n - 1; i++) w[i + 1] = w[i] * w[i + 1] + w[i];
      for (int i = 0; i < n; i++) a[i][0] = a[i][0] * w[i] * w[i];
    }
    double r = 0;
    for (double q : w) r += q * q * q;
    return r;
  }

  static double oldSwitch(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      switch (i % 4) {
        case 0:
          s += x[i] * x[i];
          break;
        case 1:
          s *= x[i];
        case 2:
          s -= x[i] * x[i] * x[i];
          break;
        default:
          s = Math.max(s, x[i]) * Math.hypot(x[i], s);
      }
    }
    return s;
  }

  static double newSwitch(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++)
      s +=
          switch (i) {
            case 0, 100 -> x[i] * 3;
            case 1 -> {
              double t = Math.exp(x[i]);
              yield t * t;
            }
            case -7 -> 1;
            default -> Math.tanh(x[i]) * s;
          };
    return s;
  }

  static double newton(double[] x) {
    double z = x[0];
    int k = 0;
    while (Math.abs(z * z - x[1] * x[1]) > 1e-10 && k < 50) {
      z = 0.5 * (z + x[1] * x[1] / z);
      k++;
    }
    return z * x[0];
  }

  static double aliasedRows(double[] x) {
    double[][] m = new double[2][];
    m[0] = x;
    m[1] = new double[] {1, 2, 3};
    double s = 0;
    for (int k = 0; k < 4; k++) {
      double[] r = m[k & 1];
      r[k % 3] = r[k % 3] * x[0] + 1;
      s += r[0] * r[1];
      m[(k + 1) & 1] = r;
    }
    return s;
  }

  static double arrayMethods(double[] x) {
    double[] a = x.clone();
    double[] b = Arrays.copyOf(x, x.length + 2);
    double[] c = Arrays.copyOfRange(a, 1, 3);
    System.arraycopy(a, 0, b, 1, 2);
    System.arraycopy(b, 0, b, 1, 2);
    Arrays.fill(c, x[0] * x[1]);
    a[0] = a[0] * 2;
    double s = 0;
    for (double v : a) s += v * v;
    for (double v : b) s += v * v * v;
    for (double v : c) s += Math.sin(v);
    return s;
  }

  static double casts(double[] x) {
    long n = (long) (x[0] * 10);
    int k = (int) Math.round(x[1]);
    char c = 'a';
    byte small = (byte) k;
    s(c);
    double s = 0;
    for (long i = 0; i < n % 7; i++) s += x[0] * i;
    for (short i = 0; i < 3; i++) s += x[1] * i * small;
    return s + k * x[0] + (x[0] % 0.3) + Math.floorMod(k, 3) * x[1] + c * x[0];
  }

  private static void s(char c) {
    if (c == 'z') throw new IllegalStateException("z: " + c);
  }

  private static double[] doubled(double[] v, int n) {
    double[] r = new double[v.length];
    for (int i = 0; i < v.length; i++) r[i] = 2 * v[i] * n;
    if (n > 0) return doubled(r, n - 1);
    return v;
  }

  static double arraysReturned(double[] x) {
    double[] r = doubled(x, 2);
    double s = 0;
    for (int i = 0; i < r.length; i++) s += r[i] * x[i];
    return s;
  }

  static double guarded(double[] x) {
    if (x.length == 0) throw new IllegalArgumentException("nothing: " + x.length);
    if (!(x[0] > -100)) throw new IllegalArgumentException("too small: " + x[0]);
    return x[0] * x[0];
  }

  static double triangular(double[] x) {
    int n = x.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) l[i][j] = x[i] * x[j] + (i == j ? n : 0);
    }
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) l[j][j] -= l[j][k] * l[j][k];
      l[j][j] = Math.sqrt(l[j][j]);
      for (int i = j + 1; i < n; i++) {
        for (int k = 0; k < j; k++) l[i][j] -= l[i][k] * l[j][k];
        l[i][j] /= l[j][j];
      }
    }
    double s = 0;
    for (int i = 0; i < n; i++) s += Math.log(l[i][i]);
    return s;
  }

  static double million(double[] x) {
    double s = x[0];
    for (int i = 0; i < 1_000; i++) s = s + 0.001 * Math.sin(s) * x[1];
    return s;
  }

  static double intWork(double[] x) {
    int[] perm = new int[x.length];
    for (int i = 0; i < perm.length; i++) perm[i] = (i * 5 + 3) % x.length;
    double s = 1;
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < perm.length; i++) {
        s = s * 0.5 + x[perm[i]] * Math.cos(s);
        perm[i] = (perm[i] + round) % x.length;
      }
    }
    return s;
  }

  private static double filled(double a, int n, double[] v) {
    if (n <= 0) return Math.sin(a) * v[1];
    v[n & 3] = v[n & 3] * 0.8 + a;
    return filled(a * 0.7 + v[0] * 0.1, n - 1, v) + a * a;
  }

  /** A copy of constants that becomes active in a method called. */
  static double cloneOfZeros(double[] x) {
    double[] zeros = new double[4];
    double[] v = zeros.clone();
    return filled(Math.sin(x[0]) * x[1], 2, v) * x[2];
  }

  /** A loop that reads what is overwritten after it. */
  static double readThenOverwritten(double[] x) {
    double[] u = new double[x.length];
    for (int i = 0; i < u.length; i++) u[i] = x[i] * x[i];
    double s = 0;
    for (int i = 0; i < x.length; i++) s += Math.sin(u[i]) * x[i];
    for (int i = 0; i < x.length; i++) u[i] = Math.exp(x[i]) * u[i];
    return s / x.length + u[0] * u[1];
  }

  /** Rounds that share nothing but sums, with scratch arrays and a sum that goes on. */
  static double scratchInRounds(double[] x) {
    int n = x.length;
    double[] u = new double[n];
    double s = 0.5 * x[0];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) u[k] = Math.sin(x[i] * x[k]);
      double z = 0;
      for (int k = 0; k < n; k++) for (int l = k + 1; l < n; l++) z += u[k] * u[l];
      if (z > 0) s += Math.log(1 + z);
      else s -= z * x[i];
    }
    for (int i = 0; i < n; i++) s += 0.1 * x[i] * x[i];
    return -s / n;
  }

  /** Rounds that do see what the round before left. */
  static double scratchAcrossRounds(double[] x) {
    int n = x.length;
    double[] u = new double[n];
    double s = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 1; k < n; k++) u[k] = u[k - 1] * 0.5 + x[i] * x[k];
      u[0] = x[i];
      s += u[n - 1] * u[0];
    }
    return s;
  }
}
