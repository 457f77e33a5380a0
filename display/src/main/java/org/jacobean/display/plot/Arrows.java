package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrows on a grid: they point as the field does and are longer where it is stronger. */
final class Arrows {
  private static final int COLUMNS = 11;
  private static final double LONGEST = 0.95;

  /** Shorter ones are specks, in pixels. */
  private static final double SHORTEST = 5;

  private static final double PANEL = 340;

  /** Half a shaft's width and the largest head, in pixels. */
  private static final double SHAFT = 0.9;

  private static final double HEAD = 7;

  private final double[] xs;
  private final double[] ys;
  private final double xScale;
  private final double yScale;

  /** The field's directions in pixels, since arrows must not lean where axes differ. */
  private Arrows(Plot plot) {
    xs = plot.extent("x");
    ys = plot.extent("y");
    boolean equal = plot.hasEqualAxes();
    yScale = PANEL / (ys[1] - ys[0]);
    xScale = equal ? yScale : 1.3 * PANEL / (xs[1] - xs[0]);
  }

  static Plot on(Plot plot, Plot.Field field) {
    Arrows arrows = new Arrows(plot);
    List<double[]> drawn = arrows.directions(field);
    double strongest = drawn.stream().mapToDouble(a -> Math.hypot(a[2], a[3])).max().orElse(0);
    return strongest == 0 ? plot : plot.beneathLabels(arrows.layer(drawn, strongest));
  }

  /** Place in the plot's numbers, direction in pixels. */
  private List<double[]> directions(Plot.Field field) {
    List<double[]> all = new ArrayList<>();
    for (int j = 0; j < COLUMNS; j++) {
      for (int i = 0; i < COLUMNS; i++) {
        double x = xs[0] + (xs[1] - xs[0]) * (i + 0.5) / COLUMNS;
        double y = ys[0] + (ys[1] - ys[0]) * (j + 0.5) / COLUMNS;
        double[] d = field.at(x, y);
        double dx = d[0] * xScale;
        double dy = d[1] * yScale;
        if (Double.isFinite(dx) && Double.isFinite(dy) && Math.hypot(dx, dy) > 0) {
          all.add(new double[] {x, y, dx, dy});
        }
      }
    }
    return all;
  }

  /** Lengths grow as the root of the strength, else one steep corner makes all others vanish. */
  private Layer layer(List<double[]> drawn, double strongest) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    double room = Math.min((xs[1] - xs[0]) * xScale, (ys[1] - ys[0]) * yScale) / COLUMNS;
    for (double[] arrow : drawn) {
      double strength = Math.hypot(arrow[2], arrow[3]);
      double length = LONGEST * room * Math.sqrt(strength / strongest);
      if (length > SHORTEST) {
        for (double[] corner : outline(length)) {
          double across = (corner[0] * arrow[2] - corner[1] * arrow[3]) / strength;
          double up = (corner[0] * arrow[3] + corner[1] * arrow[2]) / strength;
          x.add(arrow[0] + across / xScale);
          y.add(arrow[1] + up / yScale);
          group.add(group.size() / 7);
        }
      }
    }
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", x);
    columns.put("y", y);
    columns.put("group", group);
    // Light with a dark edge is seen on violet and on yellow.
    return Layer.of("polygon", columns)
        .with("fill", "#ffffff")
        .with("color", "#111111")
        .with("size", 0.4);
  }

  /** An arrow along the axis, its middle at zero: tail, shaft, head, tip and back. */
  private static double[][] outline(double length) {
    double head = Math.min(HEAD, 0.5 * length);
    double half = length / 2;
    double neck = half - head;
    double wide = 0.45 * head;
    double shaft = Math.min(SHAFT, wide / 2);
    return new double[][] {
      {-half, shaft},
      {neck, shaft},
      {neck, wide},
      {half, 0},
      {neck, -wide},
      {neck, -shaft},
      {-half, -shaft}
    };
  }
}
