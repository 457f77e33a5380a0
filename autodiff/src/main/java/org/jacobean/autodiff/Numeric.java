package org.jacobean.autodiff;

import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.reading.Readings;

/**
 * Numeric differentiation, to be held against the automatic kind.
 *
 * <p>{@code forward}: (f(x+h) − f(x))/h, good to about 1e-8. {@code central}: (f(x+h) − f(x−h))/2h,
 * good to about 1e-11. {@code complexStep}: Im f(x+ih)/h, good to rounding; the function is carried
 * out in complex arithmetic, operation by operation, on the way it takes at x.
 */
public final class Numeric {
  private static final double FORWARD = 1.5e-8;
  private static final double CENTRAL = 6e-6;

  Numeric() {}

  public double forward(Real1 f, double x) {
    return forward(new Point(f, x))[0];
  }

  public double central(Real1 f, double x) {
    return central(new Point(f, x))[0];
  }

  public double complexStep(Real1 f, double x) {
    return complexStep(new Point(f, x))[0];
  }

  public double[] forward(ScalarField f, double... x) {
    return forward(Point.of(f, x));
  }

  public double[] central(ScalarField f, double... x) {
    return central(Point.of(f, x));
  }

  public double[] complexStep(ScalarField f, double... x) {
    return complexStep(Point.of(f, x));
  }

  public double[] forward(Real2 f, double x, double y) {
    return forward(new Point(f, x, y));
  }

  public double[] central(Real2 f, double x, double y) {
    return central(new Point(f, x, y));
  }

  public double[] complexStep(Real2 f, double x, double y) {
    return complexStep(new Point(f, x, y));
  }

  public double[] forward(Real3 f, double x, double y, double z) {
    return forward(new Point(f, x, y, z));
  }

  public double[] central(Real3 f, double x, double y, double z) {
    return central(new Point(f, x, y, z));
  }

  public double[] complexStep(Real3 f, double x, double y, double z) {
    return complexStep(new Point(f, x, y, z));
  }

  static double[] forward(Point p) {
    double[] x = p.values();
    double here = p.value(x);
    double[] d = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double h = FORWARD * Math.max(1, Math.abs(x[i]));
      double to = x[i] + h;
      d[i] = (moved(p, x, i, to) - here) / (to - x[i]);
    }
    return d;
  }

  static double[] central(Point p) {
    double[] d = new double[p.values().length];
    for (int i = 0; i < d.length; i++) d[i] = central(p, i);
    return d;
  }

  static double central(Point p, int i) {
    double[] x = p.values();
    double h = CENTRAL * Math.max(1, Math.abs(x[i]));
    double up = x[i] + h;
    double down = x[i] - h;
    return (moved(p, x, i, up) - moved(p, x, i, down)) / (up - down);
  }

  private static double moved(Point p, double[] x, int i, double to) {
    double[] y = x.clone();
    y[i] = to;
    return p.value(y);
  }

  /**
   * @throws DiffException with the reason where the function's operations cannot be read
   */
  static double[] complexStep(Point p) {
    var graph = p.graph();
    double[] d = new double[graph.inputs().size()];
    for (int i = 0; i < d.length; i++) d[i] = Readings.complexStep(graph, i);
    return d;
  }
}
