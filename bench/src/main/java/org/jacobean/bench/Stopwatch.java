package org.jacobean.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Times a piece of work: warms it up, then takes the least of many short batches, in processor time
 * of the calling thread, so that other work on the machine disturbs little.
 */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 25;
  private static final double BATCH_NANOS = 20e6;
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
    long start = THREADS.getCurrentThreadCpuTime();
    long end = start + warmMillis * 1_000_000;
    int n = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      sink += work.run();
      n++;
    }
    int batch = Math.max(1, (int) (BATCH_NANOS / (warmMillis * 1e6 / n)));
    double least = Double.MAX_VALUE;
    for (int k = 0; k < BATCHES; k++) {
      long t = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < batch; i++) sink += work.run();
      least = Math.min(least, (THREADS.getCurrentThreadCpuTime() - t) / (double) batch);
    }
    return least;
  }

  public static double sink() {
    return sink;
  }
}
