package org.jacobean.display.live;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The slope at a point in every direction: a dial over the contours. */
public final class DirectionalDial extends LiveView {
  private final String title;

  /**
   * @param point where the slopes are taken
   * @param angle the direction shown first, in degrees
   */
  public DirectionalDial(
      String title, Axis x, Axis y, double[] point, double angle, Slopes slopes) {
    super(
        module("dial.js"),
        meta(title, x, y, point, angle, slopes),
        SurfaceExplorer.grids(SlopeGrid.of(slopes, x, y, SurfaceExplorer.COUNT)),
        null);
    this.title = title;
  }

  private static Map<String, Object> meta(
      String title, Axis x, Axis y, double[] point, double angle, Slopes slopes) {
    double[] gradient = new double[2];
    slopes.at(point, gradient);
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.put("xName", x.name());
    meta.put("yName", y.name());
    meta.put("point", Arrays.stream(point).boxed().toList());
    meta.put("gradient", Arrays.stream(gradient).boxed().toList());
    meta.put("angle", angle);
    return meta;
  }

  @Override
  protected String plain() {
    return "Slopes of " + title + " in every direction at a point";
  }
}
