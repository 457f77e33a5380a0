package org.jacobean.display.live;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values and partial derivatives on a grid, row by row from below.
 *
 * @param x the columns' coordinates
 * @param y the rows' coordinates
 * @param z the values
 * @param byX the partial derivatives by x
 * @param byY the partial derivatives by y
 */
record SlopeGrid(double[] x, double[] y, double[] z, double[] byX, double[] byY) {

  /** The fixed values are those of further variables, after the two. */
  static SlopeGrid of(Slopes f, Axis across, Axis up, int count, double... fixed) {
    double[] x = across.points(count), y = up.points(count);
    double[] z = new double[count * count], byX = z.clone(), byY = z.clone();
    double[] point = new double[2 + fixed.length], gradient = point.clone();
    System.arraycopy(fixed, 0, point, 2, fixed.length);
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < count; i++) {
        point[0] = x[i];
        point[1] = y[j];
        int k = j * count + i;
        z[k] = f.orNothing(point, gradient);
        byX[k] = gradient[0];
        byY[k] = gradient[1];
      }
    }
    return new SlopeGrid(x, y, z, byX, byY);
  }

  /** What goes to the front end; the axes it makes itself. */
  Map<String, double[]> heights() {
    Map<String, double[]> heights = new LinkedHashMap<>();
    heights.put("z", z);
    heights.put("fx", byX);
    heights.put("fy", byY);
    return heights;
  }
}
