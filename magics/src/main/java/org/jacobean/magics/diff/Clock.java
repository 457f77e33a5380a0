package org.jacobean.magics.diff;

import java.util.Arrays;

/** How long something takes once it is warm: it is run for a while, and the later half counts. */
final class Clock {
  private static final long WHILE = 30_000_000;
  private static final int MOST = 20_000;

  private Clock() {}

  /** The median in microseconds. */
  static double micros(Runnable work) {
    double[] times = new double[MOST];
    long end = System.nanoTime() + WHILE;
    int runs = 0;
    while (runs < MOST && (runs < 3 || System.nanoTime() < end)) {
      long start = System.nanoTime();
      work.run();
      times[runs++] = (System.nanoTime() - start) / 1e3;
    }
    double[] later = Arrays.copyOfRange(times, runs / 2, runs);
    Arrays.sort(later);
    return later[later.length / 2];
  }
}
