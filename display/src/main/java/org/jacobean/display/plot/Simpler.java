package org.jacobean.display.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Leaves out the points of a line that nobody would miss: Ramer, Douglas and Peucker. */
record Simpler(double xRange, double yRange) {
  /** A fifth of a pixel on a panel of 340. */
  private static final double MISSED = 6e-4;

  static Simpler over(Samples samples) {
    double[] xs = samples.xs();
    double[] ys = samples.ys();
    return new Simpler(xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
  }

  double[][] line(double[][] points) {
    int n = points.length;
    if (n < 4) {
      return points;
    }
    boolean[] kept = new boolean[n];
    kept[0] = true;
    kept[n - 1] = true;
    Deque<int[]> stretches = new ArrayDeque<>();
    stretches.push(new int[] {0, n - 1});
    while (!stretches.isEmpty()) {
      int[] stretch = stretches.pop();
      int farthest = farthest(points, stretch[0], stretch[1]);
      if (farthest > 0) {
        kept[farthest] = true;
        stretches.push(new int[] {stretch[0], farthest});
        stretches.push(new int[] {farthest, stretch[1]});
      }
    }
    List<double[]> few = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        few.add(points[i]);
      }
    }
    return few.toArray(double[][]::new);
  }

  /** The point farthest from the straight way between two; 0 when none is far enough to count. */
  private int farthest(double[][] points, int from, int to) {
    double ax = points[from][0] / xRange;
    double ay = points[from][1] / yRange;
    double dx = points[to][0] / xRange - ax;
    double dy = points[to][1] / yRange - ay;
    double square = dx * dx + dy * dy;
    int farthest = 0;
    double most = MISSED * MISSED;
    for (int i = from + 1; i < to; i++) {
      double px = points[i][0] / xRange - ax;
      double py = points[i][1] / yRange - ay;
      double share = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
      double ex = px - share * dx;
      double ey = py - share * dy;
      double away = ex * ex + ey * ey;
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    return farthest;
  }
}
