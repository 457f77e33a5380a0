package org.jacobean.display.live;

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

  static SlopeGrid of(Slopes f, Axis across, Axis up, int count) {
    double[] x = across.points(count), y = up.points(count);
    double[] z = new double[count * count], byX = z.clone(), byY = z.clone();
    double[] point = new double[2], gradient = new double[2];
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
}
