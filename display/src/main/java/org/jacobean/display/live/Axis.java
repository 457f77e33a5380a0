package org.jacobean.display.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A variable and where it is looked at.
 *
 * @param name as the formulas have it
 * @param from the left end
 * @param to the right end
 */
public record Axis(String name, double from, double to) {
  public Axis {
    if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      throw new IllegalArgumentException(
          "%s runs from %s to %s: the first must be the smaller, both finite"
              .formatted(name, from, to));
    }
  }

  /** Two axes of one length with a point between their ends, zero in the middle. */
  public static List<Axis> around(List<String> names, double... point) {
    double far = Arrays.stream(point).map(Math::abs).max().orElse(0);
    double reach = Math.max(2, 1.5 * far);
    return names.stream().map(name -> new Axis(name, -reach, reach)).toList();
  }

  /** Points at equal distances, both ends among them. */
  double[] points(int count) {
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = from + (to - from) * i / (count - 1);
    }
    return points;
  }

  /** As the front ends read it. */
  Map<String, Object> described(int count) {
    return Map.of("from", from, "to", to, "points", count);
  }

  /** Where slopes are seldom zero: two thirds along, a number with few digits. */
  double aside() {
    double step = Math.pow(10, Math.floor(Math.log10((to - from) / 10)));
    return Math.rint((from + (to - from) * 2 / 3) / step) * step;
  }
}
