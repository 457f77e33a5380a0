package org.jacobean.display.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of equal height. Each cell of the grid joins the edges that the level crosses; joined end
 * to end they are rings, or chains that start and end at the border.
 */
final class MarchingSquares {
  private final Samples field;
  private final double level;
  private final int width;

  /** Edge to the edges that cells join it with: two inside, one at the border. */
  private final Map<Integer, List<Integer>> joined = new HashMap<>();

  private MarchingSquares(Samples field, double level) {
    this.field = field;
    this.level = level;
    this.width = field.xs().length;
  }

  /** Each line as its points; a ring ends where it starts. */
  static List<double[][]> lines(Samples field, double level) {
    MarchingSquares squares = new MarchingSquares(field, level);
    for (int j = 0; j + 1 < field.ys().length; j++) {
      for (int i = 0; i + 1 < field.xs().length; i++) {
        squares.cell(i, j);
      }
    }
    return squares.chains();
  }

  /** Corners counter-clockwise from (i, j); edges: below, right, above, left. */
  private void cell(int i, int j) {
    boolean a = above(i, j);
    boolean b = above(i + 1, j);
    boolean c = above(i + 1, j + 1);
    boolean d = above(i, j + 1);
    int[] edges = {across(i, j), up(i + 1, j), across(i, j + 1), up(i, j)};
    List<Integer> crossed = new ArrayList<>(4);
    boolean[] changes = {a != b, b != c, c != d, d != a};
    for (int e = 0; e < 4; e++) {
      if (changes[e]) {
        crossed.add(edges[e]);
      }
    }
    if (crossed.size() == 2) {
      join(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      saddle(edges, a == aboveCentre(i, j));
    }
  }

  private void saddle(int[] edges, boolean firstCornerJoinsCentre) {
    join(edges[0], firstCornerJoinsCentre ? edges[1] : edges[3]);
    join(edges[2], firstCornerJoinsCentre ? edges[3] : edges[1]);
  }

  private boolean aboveCentre(int i, int j) {
    double[][] z = field.zs();
    return (z[j][i] + z[j][i + 1] + z[j + 1][i] + z[j + 1][i + 1]) / 4 >= level;
  }

  private boolean above(int i, int j) {
    return field.zs()[j][i] >= level;
  }

  private int across(int i, int j) {
    return (j * width + i) * 2;
  }

  private int up(int i, int j) {
    return (j * width + i) * 2 + 1;
  }

  private void join(int one, int other) {
    joined.computeIfAbsent(one, e -> new ArrayList<>(2)).add(other);
    joined.computeIfAbsent(other, e -> new ArrayList<>(2)).add(one);
  }

  private List<double[][]> chains() {
    List<double[][]> chains = new ArrayList<>();
    for (int edge : List.copyOf(joined.keySet())) {
      if (joined.getOrDefault(edge, List.of()).size() == 1) {
        chains.add(walk(edge));
      }
    }
    for (int edge : List.copyOf(joined.keySet())) {
      if (!joined.getOrDefault(edge, List.of()).isEmpty()) {
        chains.add(walk(edge));
      }
    }
    return chains;
  }

  private double[][] walk(int start) {
    Deque<double[]> points = new ArrayDeque<>();
    int edge = start;
    points.add(point(edge));
    while (!joined.getOrDefault(edge, List.of()).isEmpty()) {
      Integer next = joined.getOrDefault(edge, List.of()).remove(0);
      joined.getOrDefault(next, List.of()).remove((Integer) edge);
      edge = next;
      points.add(point(edge));
    }
    return straightened(List.copyOf(points));
  }

  /** Without points that repeat the last one or lie within a stretch along an axis. */
  private static double[][] straightened(List<double[]> points) {
    List<double[]> kept = new ArrayList<>();
    for (double[] point : points) {
      int n = kept.size();
      if (n > 0 && java.util.Arrays.equals(kept.get(n - 1), point)) {
        continue;
      }
      if (n > 1 && (aligned(kept, point, 0) || aligned(kept, point, 1))) {
        kept.remove(n - 1);
      }
      kept.add(point);
    }
    return kept.toArray(double[][]::new);
  }

  private static boolean aligned(List<double[]> kept, double[] point, int axis) {
    int n = kept.size();
    return kept.get(n - 1)[axis] == point[axis] && kept.get(n - 2)[axis] == point[axis];
  }

  /** Where the level crosses an edge, by the heights at its ends. */
  private double[] point(int edge) {
    int i = edge / 2 % width;
    int j = edge / 2 / width;
    int di = edge % 2 == 0 ? 1 : 0;
    double from = field.zs()[j][i];
    double to = field.zs()[j + 1 - di][i + di];
    double t = share(from, to);
    double x = field.xs()[i] + t * (field.xs()[i + di] - field.xs()[i]);
    double y = field.ys()[j] + t * (field.ys()[j + 1 - di] - field.ys()[j]);
    return new double[] {x, y};
  }

  /** Beside a hole the line runs along the last point that has a height. */
  private double share(double from, double to) {
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      return from >= level ? 0 : 1;
    }
    return Math.max(0, Math.min(1, (level - from) / (to - from)));
  }
}
