package org.jacobean.magics.diff;

/** Derivatives by difference quotients, each with the step that serves doubles best. */
final class Differences {
  private final Flat at;
  private int evaluations;

  Differences(Flat at) {
    this.at = at;
  }

  int evaluations() {
    return evaluations;
  }

  double[] forward() {
    double f = value(at.point());
    double[] slopes = new double[at.point().length];
    for (int i = 0; i < slopes.length; i++) {
      double h = 1.5e-8 * Math.max(1, Math.abs(at.point()[i]));
      slopes[i] = (moved(i, h) - f) / h;
    }
    return slopes;
  }

  double[] central() {
    double[] slopes = new double[at.point().length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = central(i);
    }
    return slopes;
  }

  double central(int i) {
    double h = 6e-6 * Math.max(1, Math.abs(at.point()[i]));
    return (moved(i, h) - moved(i, -h)) / (2 * h);
  }

  private double moved(int i, double h) {
    double[] point = at.point().clone();
    point[i] += h;
    return value(point);
  }

  private double value(double[] point) {
    evaluations++;
    return at.value(point);
  }
}
