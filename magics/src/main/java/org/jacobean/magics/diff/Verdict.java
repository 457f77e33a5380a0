package org.jacobean.magics.diff;

import org.jacobean.display.table.Cell;

/** How well two numbers agree that should be the same, given what the comparison can tell. */
enum Verdict {
  AGREES("agrees", Cell.Look.GOOD),
  ROUGHLY("agrees roughly", Cell.Look.WARN),
  DIFFERS("differs", Cell.Look.BAD),
  UNKNOWN("cannot be told", Cell.Look.WARN);

  private final String words;
  private final Cell.Look look;

  Verdict(String words, Cell.Look look) {
    this.words = words;
    this.look = look;
  }

  /** By relative error; central differences in doubles cannot tell below about 1e-10. */
  static Verdict of(double one, double other, double scale) {
    double error = error(one, other, scale);
    if (Double.isNaN(error)) {
      return UNKNOWN;
    }
    return error < 1e-6 ? AGREES : error < 1e-3 ? ROUGHLY : DIFFERS;
  }

  /** Difference in parts of the numbers' size, at least of the scale's. */
  static double error(double one, double other, double scale) {
    if (one == other) {
      return 0;
    }
    double size = Math.max(Math.max(Math.abs(one), Math.abs(other)), scale);
    return Math.abs(one - other) / size;
  }

  Cell cell() {
    return Cell.of(words, look);
  }

  String words() {
    return words;
  }
}
