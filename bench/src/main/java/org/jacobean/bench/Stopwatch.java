package org.jacobean.bench;

import java.util.Arrays;

/** Times a piece of work: warms it up, then takes the median of several batches. */
public final class Stopwatch {
  private static double sink;

  private Stopwatch() {}

  /** Something that gives a number, so that it cannot be optimised away. */
  public interface Work {
    double run();
  }

  /** Nanoseconds of one run. */
  public static double time(Work work) {
    return time(work, Long.getLong("warm", 900));
  }

  static double time(Work work, long warmMillis) {
    long end = System.nanoTime() + warmMillis * 1_000_000;
    int n = 0;
    while (System.nanoTime() < end) {
      sink += work.run();
      n++;
    }
    int batch = Math.max(1, (int) (60e6 / (warmMillis * 1e6 / n)));
    double[] all = new double[9];
    for (int k = 0; k < all.length; k++) {
      long t = System.nanoTime();
      for (int i = 0; i < batch; i++) sink += work.run();
      all[k] = (System.nanoTime() - t) / (double) batch;
    }
    Arrays.sort(all);
    return all[4];
  }

  public static double sink() {
    return sink;
  }
}
