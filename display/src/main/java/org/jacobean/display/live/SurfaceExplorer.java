package org.jacobean.display.live;

import java.util.LinkedHashMap;
import java.util.Map;

/** A surface to turn and to click: at each point its slopes, tangent plane and gradient. */
public final class SurfaceExplorer extends LiveView {
  static final int COUNT = 41;

  private final String title;

  /**
   * @param formulas of the function ({@code f}) and its partials ({@code fx}, {@code fy}), where
   *     there are any
   * @param start the point asked first; the middle when it is empty
   */
  public SurfaceExplorer(
      String title, Axis x, Axis y, Map<String, String> formulas, double[] start, Slopes slopes) {
    super(
        module("surface.js"),
        meta(title, x, y, formulas, start),
        grids(SlopeGrid.of(slopes, x, y, COUNT)),
        slopes);
    this.title = title;
  }

  private static Map<String, Object> meta(
      String title, Axis x, Axis y, Map<String, String> formulas, double[] start) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.put("xName", x.name());
    meta.put("yName", y.name());
    meta.put("formula", formulas);
    double[] first = start.length == 2 ? start : new double[] {x.middle(), y.middle()};
    meta.put("start", java.util.Arrays.stream(first).boxed().toList());
    return meta;
  }

  static Map<String, double[]> grids(SlopeGrid grid) {
    Map<String, double[]> grids = new LinkedHashMap<>();
    grids.put("x", grid.x());
    grids.put("y", grid.y());
    grids.put("z", grid.z());
    grids.put("fx", grid.byX());
    grids.put("fy", grid.byY());
    return grids;
  }

  @Override
  protected String plain() {
    return "Surface of " + title + ": click a point for its slopes";
  }
}
