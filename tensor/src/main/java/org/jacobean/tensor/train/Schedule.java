package org.jacobean.tensor.train;

/** The learning rate of each step, counted from 0. */
@FunctionalInterface
public interface Schedule {
  double at(int step);

  static Schedule constant(double rate) {
    return s -> rate;
  }

  /** Times a factor after every so many steps. */
  static Schedule steps(double rate, double factor, int every) {
    return s -> rate * Math.pow(factor, s / every);
  }

  /** Times a factor at every step. */
  static Schedule exponential(double rate, double factor) {
    return s -> rate * Math.pow(factor, s);
  }

  /** Half a cosine from the rate down to 0 over so many steps. */
  static Schedule cosine(double rate, int steps) {
    return s -> rate * 0.5 * (1 + Math.cos(Math.PI * Math.min(s, steps) / steps));
  }

  /** This one, but rising in a line from 0 over the first steps. */
  default Schedule warmedUp(int first) {
    return s -> s < first ? at(first) * (s + 1) / (first + 1) : at(s);
  }
}
