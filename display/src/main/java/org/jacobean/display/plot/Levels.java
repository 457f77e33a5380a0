package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Heights at which contours are drawn: round numbers, evenly spaced or by decades. */
final class Levels {
  private static final int WANTED = 11;

  /** Half of a bowl lies within a quarter of its height; where it is less, decades tell more. */
  private static final double STEEP = 8;

  private Levels() {}

  static List<Double> of(Samples samples) {
    double[] sorted = samples.finite().sorted().toArray();
    double least = sorted[0];
    double greatest = sorted[sorted.length - 1];
    if (least == greatest) {
      return List.of();
    }
    boolean skewed = greatest - least > STEEP * (sorted[sorted.length / 2] - least);
    return skewed && least >= 0 ? decades(least, greatest, sorted) : even(least, greatest);
  }

  private static List<Double> even(double least, double greatest) {
    return Arrays.stream(round(least, greatest, WANTED)).boxed().toList();
  }

  /** About so many round numbers between two. */
  static double[] round(double least, double greatest, int wanted) {
    double step = round((greatest - least) / wanted);
    List<Double> levels = new ArrayList<>();
    for (long k = (long) Math.floor(least / step) + 1; k * step < greatest; k++) {
      levels.add(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.12g", k * step)));
    }
    return levels.stream().mapToDouble(d -> d).toArray();
  }

  /** 1, 2, 5, 10 …: for landscapes that are flat here and steep there. */
  private static List<Double> decades(double least, double greatest, double[] sorted) {
    double low = Math.max(sorted[Math.max(1, sorted.length / 200)], greatest * 1e-6);
    boolean many = Math.log10(greatest / low) > 4;
    List<Double> levels = new ArrayList<>();
    for (int e = (int) Math.floor(Math.log10(low)); e <= Math.log10(greatest); e++) {
      for (int digit : many ? new int[] {1} : new int[] {1, 2, 5}) {
        double level = Double.parseDouble(digit + "e" + e);
        if (level > Math.max(least, low / 2) && level < greatest) {
          levels.add(level);
        }
      }
    }
    return levels;
  }

  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    return Arrays.stream(new double[] {1, 2, 2.5, 5, 10})
        .map(m -> m * power)
        .filter(s -> s >= step * 0.999)
        .findFirst()
        .orElse(10 * power);
  }
}
