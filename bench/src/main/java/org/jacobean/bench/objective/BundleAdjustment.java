package org.jacobean.bench.objective;

/**
 * ADBench's BA: the error of one point seen by one camera (rotation vector 3, centre 3, focal
 * length, principal point 2, radial distortion 2), and of its weight.
 */
public record BundleAdjustment(
    int cameras,
    int points,
    int observations,
    double[] camera,
    double[] point,
    double weight,
    double[] feature) {

  public static BundleAdjustment of(String file) {
    Numbers in = Numbers.of(file);
    int cameras = in.integer(), points = in.integer(), observations = in.integer();
    return new BundleAdjustment(
        cameras, points, observations, in.reals(11), in.reals(3), in.real(), in.reals(2));
  }

  /** The two entries of the error, one observation's share of the objective. */
  public static double[] reprojection(double[] cam, double[] x, double w, double[] feature) {
    double px = x[0] - cam[3], py = x[1] - cam[4], pz = x[2] - cam[5];
    double square = cam[0] * cam[0] + cam[1] * cam[1] + cam[2] * cam[2];
    double rx, ry, rz;
    if (square != 0) {
      double angle = Math.sqrt(square), cos = Math.cos(angle), sin = Math.sin(angle);
      double ux = cam[0] / angle, uy = cam[1] / angle, uz = cam[2] / angle;
      double dot = (ux * px + uy * py + uz * pz) * (1 - cos);
      rx = px * cos + (uy * pz - uz * py) * sin + ux * dot;
      ry = py * cos + (uz * px - ux * pz) * sin + uy * dot;
      rz = pz * cos + (ux * py - uy * px) * sin + uz * dot;
    } else {
      rx = px + cam[1] * pz - cam[2] * py;
      ry = py + cam[2] * px - cam[0] * pz;
      rz = pz + cam[0] * py - cam[1] * px;
    }
    double u = rx / rz, v = ry / rz, r = u * u + v * v;
    double distortion = 1 + cam[9] * r + cam[10] * r * r;
    return new double[] {
      w * (u * distortion * cam[6] + cam[7] - feature[0]),
      w * (v * distortion * cam[6] + cam[8] - feature[1])
    };
  }

  public static double weightError(double w) {
    return 1 - w * w;
  }
}
