package org.jacobean.magics.general;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What {@code %timeit} measured.
 *
 * @param loops how often the code ran in each measurement
 * @param seconds for each measurement, the seconds one run of the code took on average
 */
public record Timing(long loops, List<Double> seconds) {
  public Timing {
    seconds = List.copyOf(seconds);
  }

  public double mean() {
    return seconds.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
  }

  /** Of the measurements about their mean. */
  public double standardDeviation() {
    double mean = mean();
    double sum = seconds.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(sum / seconds.size());
  }

  public double best() {
    return Collections.min(seconds);
  }

  public double worst() {
    return Collections.max(seconds);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each)",
        new Span(mean()),
        new Span(standardDeviation()),
        seconds.size(),
        seconds.size() == 1 ? "" : "s",
        loops,
        loops == 1 ? "" : "s");
  }
}
