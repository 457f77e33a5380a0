package org.jacobean.display.plot;

import java.util.Arrays;

/**
 * Places where a curve leaves the picture upwards and comes back from below, or the other way. The
 * line is cut there, and the axis shows where the curve is most of the time.
 */
final class Poles {
  /** A jump of so much of the picture's height between neighbouring points is no steep slope. */
  private static final double JUMP = 0.4;

  /** The axis goes beyond the middle nine tenths of the heights by so much of what they span. */
  private static final double ROOM = 0.6;

  private final double[] ys;
  private final double[] sorted;

  private Poles(double[] ys) {
    this.ys = ys;
    this.sorted = Arrays.stream(ys).filter(Double::isFinite).sorted().toArray();
  }

  static Poles in(double[] ys) {
    return new Poles(ys);
  }

  /** Whether a few heights dwarf all others, on both sides of a change of sign. */
  private boolean any() {
    if (sorted.length < 20) {
      return false;
    }
    double span = sorted[sorted.length - 1] - sorted[0];
    double usual = quantile(0.9) - quantile(0.1);
    boolean crosses = false;
    for (int i = 0; i + 1 < ys.length; i++) {
      crosses |= ys[i] * ys[i + 1] < 0 && Math.abs(ys[i + 1] - ys[i]) > usual;
      crosses |= Double.isInfinite(ys[i]);
    }
    return crosses && span > 4 * usual;
  }

  private double quantile(double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** The line in pieces, and of the axis the part where it mostly is. */
  Plot cut(Plot plot, double[] xs, String name) {
    if (!any()) {
      return plot.line(xs, ys, name);
    }
    double room = ROOM * (quantile(0.95) - quantile(0.05));
    double low = quantile(0.05) - room;
    double high = quantile(0.95) + room;
    double[] kept = ys.clone();
    for (int i = 0; i < kept.length; i++) {
      boolean jumps =
          i + 1 < ys.length
              && ys[i] * ys[i + 1] < 0
              && Math.abs(ys[i + 1] - ys[i]) > JUMP * (high - low);
      kept[i] = jumps || ys[i] < low || ys[i] > high ? Double.NaN : ys[i];
    }
    return plot.line(xs, kept, name).framed(f -> f.axes(f.x(), f.y().from(low, high)));
  }
}
