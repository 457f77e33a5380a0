package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrows on a grid: they point as the field does and are longer where it is stronger. */
final class Arrows {
  private static final int COLUMNS = 11;
  private static final double LONGEST = 0.85;

  private Arrows() {}

  static Plot on(Plot plot, Plot.Field field) {
    double[] xs = plot.extent("x");
    double[] ys = plot.extent("y");
    double[][] at = grid(xs, ys);
    List<double[]> directions = new ArrayList<>();
    double strongest = 0;
    for (double[] place : at) {
      double[] direction = field.at(place[0], place[1]);
      directions.add(direction);
      double strength = Math.hypot(direction[0], direction[1]);
      strongest = Double.isFinite(strength) ? Math.max(strongest, strength) : strongest;
    }
    double reach = LONGEST * Math.min(xs[1] - xs[0], ys[1] - ys[0]) / COLUMNS;
    return strongest == 0 ? plot : withHalo(plot, layer(at, directions, strongest, reach));
  }

  /** Light with a dark edge is seen on violet and on yellow. */
  private static Plot withHalo(Plot plot, Layer arrows) {
    return plot.plus(arrows.with("color", "#111111").with("size", 2.0), "")
        .plus(arrows.with("color", "#ffffff").with("size", 0.7), "");
  }

  private static double[][] grid(double[] xs, double[] ys) {
    List<double[]> places = new ArrayList<>();
    for (int j = 0; j < COLUMNS; j++) {
      for (int i = 0; i < COLUMNS; i++) {
        places.add(
            new double[] {
              xs[0] + (xs[1] - xs[0]) * (i + 0.5) / COLUMNS,
              ys[0] + (ys[1] - ys[0]) * (j + 0.5) / COLUMNS
            });
      }
    }
    return places.toArray(double[][]::new);
  }

  /** Lengths grow as the root of the strength, else one steep corner makes all others vanish. */
  private static Layer layer(
      double[][] at, List<double[]> directions, double strongest, double reach) {
    Map<String, List<Double>> ends = new LinkedHashMap<>();
    List.of("x", "y", "xend", "yend").forEach(end -> ends.put(end, new ArrayList<>()));
    for (int k = 0; k < at.length; k++) {
      double[] d = directions.get(k);
      double strength = Math.hypot(d[0], d[1]);
      if (Double.isFinite(strength) && strength > strongest * 1e-6) {
        double scale = reach * Math.sqrt(strength / strongest) / strength;
        ends.getOrDefault("x", List.of()).add(at[k][0]);
        ends.getOrDefault("y", List.of()).add(at[k][1]);
        ends.getOrDefault("xend", List.of()).add(at[k][0] + scale * d[0]);
        ends.getOrDefault("yend", List.of()).add(at[k][1] + scale * d[1]);
      }
    }
    return Layer.of("segment", new LinkedHashMap<>(ends))
        .with(
            "arrow",
            new LinkedHashMap<>(
                Map.of(
                    "name", "arrow", "angle", 22, "length", 6, "ends", "last", "type", "closed")));
  }
}
