package org.jacobean.display.live;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The slope at a point in every direction: a dial over the contours. */
public final class DirectionalDial extends LiveView {
  private final String title;

  /**
   * @param point where the slopes are taken first
   * @param angle the direction shown first, in degrees
   */
  public DirectionalDial(
      String title, Axis x, Axis y, double[] point, double angle, Slopes slopes) {
    super(
        module("field.js", "dial.js"),
        meta(title, x, y, point, angle),
        SlopeGrid.of(slopes, x, y, SurfaceExplorer.COUNT).heights(),
        slopes);
    this.title = title;
  }

  private static Map<String, Object> meta(
      String title, Axis x, Axis y, double[] point, double angle) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.putAll(SurfaceExplorer.map(x, y));
    meta.put("start", Arrays.stream(point).boxed().toList());
    meta.put("angle", angle);
    return meta;
  }

  @Override
  String picture() {
    return StaticPicture.map(grid("z"));
  }

  @Override
  protected String plain() {
    return "Slopes of " + title + " in every direction at a point";
  }
}
