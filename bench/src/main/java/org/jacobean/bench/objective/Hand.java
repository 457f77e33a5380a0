package org.jacobean.bench.objective;

/**
 * ADBench's HAND: how far the vertices of a posed hand lie from measured points; 26 angles and
 * lengths in, three numbers a point out.
 */
public record Hand(
    int[] parents,
    double[][] relatives,
    double[][] inverses,
    double[] base,
    double[] weights,
    int[] correspondences,
    double[] points,
    double[] theta) {

  /** A data file with its model beside it. */
  public static Hand of(String folder, String file) {
    String[] bones = Numbers.lines(folder + "/model/bones.txt");
    int[] parents = new int[bones.length];
    double[][] relatives = new double[bones.length][16], inverses = new double[bones.length][16];
    for (int i = 0; i < bones.length; i++) {
      String[] cells = bones[i].split(":");
      parents[i] = Integer.parseInt(cells[1]);
      for (int j = 0; j < 16; j++) {
        relatives[i][j] = Double.parseDouble(cells[2 + j]);
        inverses[i][j] = Double.parseDouble(cells[18 + j]);
      }
    }
    String[] vertices = Numbers.lines(folder + "/model/vertices.txt");
    double[] base = new double[vertices.length * 3],
        weights = new double[vertices.length * bones.length];
    for (int i = 0; i < vertices.length; i++) {
      String[] cells = vertices[i].split(":");
      for (int j = 0; j < 3; j++) base[3 * i + j] = Double.parseDouble(cells[j]);
      for (int j = 0; j < Integer.parseInt(cells[8]); j++)
        weights[i * bones.length + Integer.parseInt(cells[9 + 2 * j])] =
            Double.parseDouble(cells[10 + 2 * j]);
    }
    Numbers in = Numbers.of(folder + "/" + file);
    int count = in.integer(), parameters = in.integer();
    int[] correspondences = new int[count];
    double[] points = new double[3 * count];
    for (int i = 0; i < count; i++) {
      correspondences[i] = in.integer();
      for (int j = 0; j < 3; j++) points[3 * i + j] = in.real();
    }
    return new Hand(
        parents, relatives, inverses, base, weights, correspondences, points, in.reals(parameters));
  }

  /** The differences of all points, by the pose {@code theta}; matrices are 4 × 4, row by row. */
  public static double[] errors(
      double[] theta,
      int[] parents,
      double[][] relatives,
      double[][] inverses,
      double[] base,
      double[] weights,
      int[] correspondences,
      double[] points) {
    int bones = parents.length, vertices = base.length / 3;
    double[] angles = angles(theta, bones);
    double[] absolute = new double[16 * bones], transforms = new double[16 * bones];
    double[] local = new double[16], relative = new double[16];
    for (int i = 0; i < bones; i++) {
      rotation(angles[3 * i], angles[3 * i + 1], angles[3 * i + 2], local);
      multiply(relatives[i], 0, local, 0, relative, 0);
      if (parents[i] < 0) System.arraycopy(relative, 0, absolute, 16 * i, 16);
      else multiply(absolute, 16 * parents[i], relative, 0, absolute, 16 * i);
      multiply(absolute, 16 * i, inverses[i], 0, transforms, 16 * i);
    }
    double[] posed = new double[3 * vertices];
    for (int v = 0; v < vertices; v++)
      for (int i = 0; i < bones; i++) {
        double w = weights[v * bones + i];
        if (w != 0)
          for (int r = 0; r < 3; r++) {
            int row = 16 * i + 4 * r;
            posed[3 * v + r] +=
                w
                    * (transforms[row] * base[3 * v]
                        + transforms[row + 1] * base[3 * v + 1]
                        + transforms[row + 2] * base[3 * v + 2]
                        + transforms[row + 3]);
          }
      }
    double[] global = new double[9];
    axisAngle(theta[0], theta[1], theta[2], global);
    double[] errors = new double[points.length];
    for (int p = 0; p < correspondences.length; p++) {
      int v = 3 * correspondences[p];
      for (int r = 0; r < 3; r++)
        errors[3 * p + r] =
            points[3 * p + r]
                - (global[3 * r] * posed[v]
                    + global[3 * r + 1] * posed[v + 1]
                    + global[3 * r + 2] * posed[v + 2]
                    + theta[3 + r]);
    }
    return errors;
  }

  /** Three Euler angles a bone: five fingers of three joints, the first of which also spreads. */
  static double[] angles(double[] theta, int bones) {
    double[] angles = new double[3 * bones];
    int parameter = 6, bone = 2;
    for (int finger = 0; finger < 5; finger++) {
      for (int joint = 1; joint <= 3; joint++) {
        angles[3 * bone] = theta[parameter++];
        if (joint == 1) angles[3 * bone + 1] = theta[parameter++];
        bone++;
      }
      bone++;
    }
    return angles;
  }

  /** The rotation Rz·Ry·Rx as a 4 × 4 matrix. */
  static void rotation(double x, double z, double y, double[] m) {
    double cx = Math.cos(x), sx = Math.sin(x), cy = Math.cos(y), sy = Math.sin(y);
    double cz = Math.cos(z), sz = Math.sin(z);
    m[0] = cz * cy;
    m[1] = cz * sy * sx - sz * cx;
    m[2] = cz * sy * cx + sz * sx;
    m[4] = sz * cy;
    m[5] = sz * sy * sx + cz * cx;
    m[6] = sz * sy * cx - cz * sx;
    m[8] = -sy;
    m[9] = cy * sx;
    m[10] = cy * cx;
    m[15] = 1;
  }

  static void multiply(double[] a, int i, double[] b, int j, double[] out, int o) {
    for (int r = 0; r < 4; r++)
      for (int c = 0; c < 4; c++)
        out[o + 4 * r + c] =
            a[i + 4 * r] * b[j + c]
                + a[i + 4 * r + 1] * b[j + 4 + c]
                + a[i + 4 * r + 2] * b[j + 8 + c]
                + a[i + 4 * r + 3] * b[j + 12 + c];
  }

  /** The rotation about the axis (x, y, z) by its length. */
  static void axisAngle(double ax, double ay, double az, double[] m) {
    double n = Math.sqrt(ax * ax + ay * ay + az * az);
    double x = ax / n, y = ay / n, z = az / n, s = Math.sin(n), c = Math.cos(n);
    m[0] = x * x + (1 - x * x) * c;
    m[1] = x * y * (1 - c) - z * s;
    m[2] = x * z * (1 - c) + y * s;
    m[3] = x * y * (1 - c) + z * s;
    m[4] = y * y + (1 - y * y) * c;
    m[5] = y * z * (1 - c) - x * s;
    m[6] = x * z * (1 - c) - y * s;
    m[7] = z * y * (1 - c) + x * s;
    m[8] = z * z + (1 - z * z) * c;
  }
}
