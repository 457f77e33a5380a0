package org.jacobean.display.live;

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

  /** Points at equal distances, both ends among them. */
  double[] points(int count) {
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = from + (to - from) * i / (count - 1);
    }
    return points;
  }

  double middle() {
    return (from + to) / 2;
  }
}
