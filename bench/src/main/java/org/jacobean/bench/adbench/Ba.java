package org.jacobean.bench.adbench;

/** Bundle adjustment: the error of one point seen by one camera, as ADBench writes it. */
public final class Ba {
  public final int cameras;
  public final int points;
  public final int observations;
  public final double[] camera;
  public final double[] point;
  public final double weight;
  public final double[] feature;

  public Ba(String file) {
    Data in = new Data(file);
    cameras = in.whole();
    points = in.whole();
    observations = in.whole();
    camera = in.numbers(11);
    point = in.numbers(3);
    weight = in.number();
    feature = in.numbers(2);
  }

  /** Camera (11), point (3) and weight (1) in one vector. */
  public double[] variables() {
    double[] v = new double[15];
    System.arraycopy(camera, 0, v, 0, 11);
    System.arraycopy(point, 0, v, 11, 3);
    v[14] = weight;
    return v;
  }

  public static double[] error(double[] v, double featureX, double featureY) {
    double x = v[11] - v[3];
    double y = v[12] - v[4];
    double z = v[13] - v[5];
    double square = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    double theta = Math.sqrt(square);
    double cos = Math.cos(theta);
    double sin = Math.sin(theta);
    double ax = v[0] / theta;
    double ay = v[1] / theta;
    double az = v[2] / theta;
    double dot = (ax * x + ay * y + az * z) * (1 - cos);
    double rx = x * cos + (ay * z - az * y) * sin + ax * dot;
    double ry = y * cos + (az * x - ax * z) * sin + ay * dot;
    double rz = z * cos + (ax * y - ay * x) * sin + az * dot;
    double px = rx / rz;
    double py = ry / rz;
    double r2 = px * px + py * py;
    double distortion = 1 + v[9] * r2 + v[10] * r2 * r2;
    return new double[] {
      v[14] * (px * distortion * v[6] + v[7] - featureX),
      v[14] * (py * distortion * v[6] + v[8] - featureY)
    };
  }
}
