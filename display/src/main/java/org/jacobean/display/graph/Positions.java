package org.jacobean.display.graph;

import java.util.List;

/** Across coordinates: points drift towards their neighbours and keep their order and distance. */
final class Positions {
  private static final int ROUNDS = 30;

  private final Layers layers;
  private final double[] widths;
  private final double[] x;

  private Positions(Layers layers, double[] widths) {
    this.layers = layers;
    this.widths = widths;
    this.x = new double[layers.points()];
  }

  /** The middle of each point; the leftmost edge is at zero. */
  static double[] of(Layers layers, double[] widths, double gap) {
    Positions positions = new Positions(layers, widths);
    positions.start(gap);
    for (int round = 0; round < ROUNDS; round++) {
      boolean down = round % 2 == 0;
      for (int k = 0; k < layers.rows().size(); k++) {
        List<Integer> row = layers.rows().get(down ? k : layers.rows().size() - 1 - k);
        positions.drift(row, gap);
      }
    }
    return positions.fromZero();
  }

  private double width(int point) {
    return point < widths.length ? widths[point] : 8;
  }

  private void start(double gap) {
    for (List<Integer> row : layers.rows()) {
      double at = 0;
      for (int point : row) {
        x[point] = at + width(point) / 2;
        at += width(point) + gap;
      }
    }
  }

  private void drift(List<Integer> row, double gap) {
    double[] wish = new double[row.size()];
    for (int i = 0; i < wish.length; i++) {
      List<Integer> near = layers.neighbours(row.get(i));
      wish[i] = near.stream().mapToDouble(p -> x[p]).average().orElse(x[row.get(i)]);
    }
    double[] fromLeft = new double[wish.length];
    double[] fromRight = new double[wish.length];
    for (int i = 0; i < wish.length; i++) {
      fromLeft[i] = i == 0 ? wish[i] : Math.max(wish[i], fromLeft[i - 1] + apart(row, i, gap));
    }
    for (int i = wish.length - 1; i >= 0; i--) {
      boolean last = i == wish.length - 1;
      fromRight[i] = last ? wish[i] : Math.min(wish[i], fromRight[i + 1] - apart(row, i + 1, gap));
    }
    // Both keep all distances, and so does their mean, which leans to neither side.
    for (int i = 0; i < wish.length; i++) {
      x[row.get(i)] = (fromLeft[i] + fromRight[i]) / 2;
    }
  }

  private double apart(List<Integer> row, int i, double gap) {
    return (width(row.get(i - 1)) + width(row.get(i))) / 2 + gap;
  }

  private double[] fromZero() {
    double left = Double.POSITIVE_INFINITY;
    for (int p = 0; p < x.length; p++) {
      left = Math.min(left, x[p] - width(p) / 2);
    }
    for (int p = 0; p < x.length; p++) {
      x[p] -= left;
    }
    return x;
  }
}
