package org.jacobean.display.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Where boxes of one size stand in a drawing of a graph, each below all it depends on.
 *
 * @param boxes the middle of each box
 * @param ways the points each arrow passes, from its first box to its last
 */
public record Places(double[][] boxes, double[][][] ways) {
  private static final double GAP = 30;

  /**
   * @param arrows from a box to a later one
   * @param row from one row to the next
   */
  public static Places of(int boxes, int[][] arrows, double width, double row) {
    Layers layers = Layers.of(boxes, arrows);
    double[] widths = new double[boxes];
    Arrays.fill(widths, width);
    double[] across = Positions.of(layers, widths, GAP);
    double[][] points = new double[layers.points()][];
    List<List<Integer>> rows = layers.rows();
    for (int r = 0; r < rows.size(); r++) {
      for (int point : rows.get(r)) {
        points[point] = new double[] {across[point], r * row};
      }
    }
    double[][][] ways = new double[arrows.length][][];
    Arrays.setAll(
        ways, a -> Arrays.stream(layers.way(a)).mapToObj(p -> points[p]).toArray(double[][]::new));
    return new Places(Arrays.copyOf(points, boxes), ways);
  }
}
