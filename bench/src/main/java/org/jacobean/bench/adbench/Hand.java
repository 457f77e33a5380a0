package org.jacobean.bench.adbench;

import java.util.ArrayList;
import java.util.List;

/** Distances of a posed hand model from observed points, as ADBench writes it. */
public final class Hand {
  public final double[] theta;
  final int[] parents;
  final double[][] relative;
  final double[][] inverse;
  final double[][] base;
  final double[][] weights;
  final int[] correspondence;
  final double[][] points;

  public Hand(String file) {
    List<String[]> bones = rows("model/bones.txt");
    int nb = bones.size();
    parents = new int[nb];
    relative = new double[nb][];
    inverse = new double[nb][];
    for (int i = 0; i < nb; i++) {
      parents[i] = Integer.parseInt(bones.get(i)[1]);
      relative[i] = numbers(bones.get(i), 2, 16);
      inverse[i] = numbers(bones.get(i), 18, 16);
    }
    List<String[]> vertices = rows("model/vertices.txt");
    base = new double[vertices.size()][];
    weights = new double[vertices.size()][nb];
    for (int i = 0; i < base.length; i++) {
      String[] v = vertices.get(i);
      base[i] = numbers(v, 0, 3);
      for (int j = 0; j < Integer.parseInt(v[8]); j++)
        weights[i][Integer.parseInt(v[9 + 2 * j])] = Double.parseDouble(v[10 + 2 * j]);
    }
    Data in = new Data(file);
    int n = in.whole();
    int parameters = in.whole();
    correspondence = new int[n];
    points = new double[n][];
    for (int i = 0; i < n; i++) {
      correspondence[i] = in.whole();
      points[i] = in.numbers(3);
    }
    theta = in.numbers(parameters);
  }

  private static List<String[]> rows(String file) {
    List<String[]> rows = new ArrayList<>();
    for (String line : Data.text(file).split("\n"))
      if (!line.isBlank()) rows.add(line.trim().split(":"));
    return rows;
  }

  private static double[] numbers(String[] words, int from, int n) {
    double[] a = new double[n];
    for (int i = 0; i < n; i++) a[i] = Double.parseDouble(words[from + i]);
    return a;
  }

  /** Euler angles of each bone from the parameters. */
  static double[][] pose(double[] theta, int bones) {
    double[][] angles = new double[bones + 3][3];
    int t = 6;
    int p = 5;
    for (int finger = 0; finger < 5; finger++) {
      for (int i = 1; i <= 3; i++) {
        angles[p][0] = theta[t++];
        if (i == 1) angles[p][1] = theta[t++];
        p++;
      }
      p++;
    }
    return angles;
  }

  /** Relative transform of a bone times its rotation: 4 × 4, by rows. */
  static double[] turned(double[] relative, double[] angles) {
    double cx = Math.cos(angles[0]);
    double sx = Math.sin(angles[0]);
    double cz = Math.cos(angles[1]);
    double sz = Math.sin(angles[1]);
    double cy = Math.cos(angles[2]);
    double sy = Math.sin(angles[2]);
    double[] r = new double[16];
    r[0] = cz * cy;
    r[1] = cz * sy * sx - sz * cx;
    r[2] = cz * sy * cx + sz * sx;
    r[4] = sz * cy;
    r[5] = sz * sy * sx + cz * cx;
    r[6] = sz * sy * cx - cz * sx;
    r[8] = -sy;
    r[9] = cy * sx;
    r[10] = cy * cx;
    r[15] = 1;
    return product(relative, r);
  }

  static double[] product(double[] a, double[] b) {
    double[] c = new double[16];
    for (int i = 0; i < 4; i++)
      for (int j = 0; j < 4; j++) {
        double s = 0;
        for (int k = 0; k < 4; k++) s += a[4 * i + k] * b[4 * k + j];
        c[4 * i + j] = s;
      }
    return c;
  }

  /** Rotation about an axis by its length: 3 × 3, by rows. */
  static double[] axisAngle(double ax, double ay, double az) {
    double n = Math.sqrt(ax * ax + ay * ay + az * az);
    double x = ax / n;
    double y = ay / n;
    double z = az / n;
    double s = Math.sin(n);
    double c = Math.cos(n);
    return new double[] {
      x * x + (1 - x * x) * c,
      x * y * (1 - c) - z * s,
      x * z * (1 - c) + y * s,
      x * y * (1 - c) + z * s,
      y * y + (1 - y * y) * c,
      y * z * (1 - c) - x * s,
      x * z * (1 - c) - y * s,
      z * y * (1 - c) + x * s,
      z * z + (1 - z * z) * c
    };
  }

  public static double[] residuals(
      double[] theta,
      int[] parents,
      double[][] relative,
      double[][] inverse,
      double[][] base,
      double[][] weights,
      int[] correspondence,
      double[][] points) {
    int nb = parents.length;
    double[][] angles = pose(theta, nb);
    double[][] absolute = new double[nb][];
    double[][] transforms = new double[nb][];
    for (int i = 0; i < nb; i++) {
      double[] r = turned(relative[i], angles[i + 3]);
      absolute[i] = parents[i] < 0 ? r : product(absolute[parents[i]], r);
      transforms[i] = product(absolute[i], inverse[i]);
    }
    double[] g = axisAngle(theta[0], theta[1], theta[2]);
    double[] out = new double[3 * points.length];
    for (int p = 0; p < points.length; p++) {
      double[] v = base[correspondence[p]];
      double[] w = weights[correspondence[p]];
      double x = 0;
      double y = 0;
      double z = 0;
      for (int b = 0; b < nb; b++) {
        if (w[b] == 0) continue;
        double[] t = transforms[b];
        x += w[b] * (t[0] * v[0] + t[1] * v[1] + t[2] * v[2] + t[3]);
        y += w[b] * (t[4] * v[0] + t[5] * v[1] + t[6] * v[2] + t[7]);
        z += w[b] * (t[8] * v[0] + t[9] * v[1] + t[10] * v[2] + t[11]);
      }
      out[3 * p] = points[p][0] - (g[0] * x + g[1] * y + g[2] * z + theta[3]);
      out[3 * p + 1] = points[p][1] - (g[3] * x + g[4] * y + g[5] * z + theta[4]);
      out[3 * p + 2] = points[p][2] - (g[6] * x + g[7] * y + g[8] * z + theta[5]);
    }
    return out;
  }

  /** The residuals as a function of the parameters alone. */
  public org.jacobean.autodiff.VectorField field() {
    int[] pa = parents;
    double[][] re = relative;
    double[][] in = inverse;
    double[][] ba = base;
    double[][] we = weights;
    int[] co = correspondence;
    double[][] po = points;
    return t -> residuals(t, pa, re, in, ba, we, co, po);
  }
}
