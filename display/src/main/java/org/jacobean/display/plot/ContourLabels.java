package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Numbers;

/** Puts each level's height on its longest line, as far as may be from border and neighbours. */
final class ContourLabels {
  /** A label takes so much of the picture's width and height. */
  private static final double ROOM = 0.06;

  private final Samples samples;
  private final List<double[]> placed = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private ContourLabels(Samples samples) {
    this.samples = samples;
  }

  static Plot on(Plot plot, Samples samples, List<Double> levels, List<List<double[][]>> lines) {
    ContourLabels labels = new ContourLabels(samples);
    for (int k = 0; k < levels.size(); k++) {
      labels.place(levels.get(k), lines.get(k));
    }
    return labels.placed.isEmpty() ? plot : plot.plus(labels.layer(), "");
  }

  private void place(double level, List<double[][]> lines) {
    double[] best = null;
    double bestRoom = ROOM;
    for (double[][] line : lines) {
      for (int i = 0; i < line.length; i += 3) {
        double room = room(line[i]) * (line.length < 8 ? 0.3 : 1);
        if (room > bestRoom) {
          best = line[i];
          bestRoom = room;
        }
      }
    }
    if (best != null) {
      placed.add(best);
      texts.add(Numbers.format(level, 4));
    }
  }

  /** Distance to what is nearest, in parts of the picture; beyond a third all is well. */
  private double room(double[] point) {
    double u = place(point[0], samples.xs());
    double v = place(point[1], samples.ys());
    double room = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)) * 1.5;
    for (double[] other : placed) {
      double du = place(other[0], samples.xs()) - u;
      double dv = place(other[1], samples.ys()) - v;
      room = Math.min(room, Math.hypot(du, dv));
    }
    return Math.min(room, 0.33);
  }

  private static double place(double value, double[] axis) {
    return (value - axis[0]) / (axis[axis.length - 1] - axis[0]);
  }

  private Layer layer() {
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", placed.stream().map(p -> p[0]).toList());
    columns.put("y", placed.stream().map(p -> p[1]).toList());
    columns.put("label", texts);
    return Layer.of("label", columns)
        .with("color", "#202020")
        .with("fill", "#ffffff")
        .with("alpha", 0.75)
        .with("size", 5)
        .with("label_size", 0)
        .with("label_padding", 0.15);
  }
}
