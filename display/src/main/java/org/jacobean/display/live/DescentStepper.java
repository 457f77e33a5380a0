package org.jacobean.display.live;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gradient descent on a curve or a map, one step at a time. */
public final class DescentStepper extends LiveView {
  private static final int CURVE = 241;

  private final String title;
  private final boolean plane;

  /** On a curve. */
  public DescentStepper(
      String title, Axis x, double start, double rate, String optimiser, Slopes slopes) {
    super(
        module("field.js", "descent.js", "ground.js"),
        meta(title, rate, optimiser, Map.of("xName", x.name(), "x", x.described(CURVE)), start),
        curve(x, slopes),
        slopes);
    this.title = title;
    this.plane = false;
  }

  /** On a map. */
  public DescentStepper(
      String title, Axis x, Axis y, double[] start, double rate, String optimiser, Slopes slopes) {
    super(
        module("field.js", "descent.js", "ground.js"),
        meta(title, rate, optimiser, SurfaceExplorer.map(x, y), start),
        SlopeGrid.of(slopes, x, y, SurfaceExplorer.COUNT).heights(),
        slopes);
    this.title = title;
    this.plane = true;
  }

  private static Map<String, Object> meta(
      String title, double rate, String optimiser, Map<String, Object> axes, double... start) {
    Map<String, Object> meta = new LinkedHashMap<>(axes);
    meta.put("title", title);
    meta.put("rate", rate);
    meta.put("optimiser", optimiser);
    meta.put("start", java.util.Arrays.stream(start).boxed().toList());
    return meta;
  }

  private static Map<String, double[]> curve(Axis axis, Slopes slopes) {
    double[] x = axis.points(CURVE), f = new double[CURVE], g = new double[CURVE];
    double[] gradient = new double[1];
    for (int i = 0; i < CURVE; i++) {
      f[i] = slopes.orNothing(new double[] {x[i]}, gradient);
      g[i] = gradient[0];
    }
    Map<String, double[]> grids = new LinkedHashMap<>();
    grids.put("f", f);
    grids.put("g", g);
    return grids;
  }

  @Override
  String picture() {
    return plane ? StaticPicture.map(grid("z")) : StaticPicture.curve(grid("f"));
  }

  @Override
  protected String plain() {
    return "Gradient descent on " + title + ", step by step";
  }
}
