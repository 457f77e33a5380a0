package org.jacobean.display.plot;

import java.util.Arrays;

/** Keeps of a long line what a screen can show: each bucket's least and greatest. */
final class Thinning {
  private static final int MOST = 2000;

  private Thinning() {}

  static double[][] line(double[] xs, double[] ys) {
    if (xs.length <= MOST) {
      return new double[][] {xs, ys};
    }
    int buckets = MOST / 4;
    boolean[] kept = new boolean[xs.length];
    for (int b = 0; b < buckets; b++) {
      int from = (int) ((long) xs.length * b / buckets);
      int to = (int) ((long) xs.length * (b + 1) / buckets);
      keepExtremes(ys, from, to, kept);
    }
    return new double[][] {only(xs, kept), only(ys, kept)};
  }

  private static void keepExtremes(double[] ys, int from, int to, boolean[] kept) {
    int least = from;
    int greatest = from;
    for (int i = from; i < to; i++) {
      least = ys[i] < ys[least] ? i : least;
      greatest = ys[i] > ys[greatest] ? i : greatest;
      kept[i] |= !Double.isFinite(ys[i]) && (i == from || Double.isFinite(ys[i - 1]));
    }
    kept[from] = true;
    kept[to - 1] = true;
    kept[least] = true;
    kept[greatest] = true;
  }

  private static double[] only(double[] values, boolean[] kept) {
    double[] fewer = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (kept[i]) {
        fewer[n++] = values[i];
      }
    }
    return Arrays.copyOf(fewer, n);
  }
}
