package org.jacobean.magics.general;

import java.util.Locale;

/** A length of time as people read it: three digits and the unit that fits. */
record Span(double seconds) {
  static Span ofNanos(double nanos) {
    return new Span(nanos * 1e-9);
  }

  @Override
  public String toString() {
    if (seconds >= 60) {
      return minutes();
    }
    if (seconds >= 1) {
      return digits(seconds) + " s";
    }
    if (seconds >= 1e-3) {
      return digits(seconds * 1e3) + " ms";
    }
    return seconds >= 1e-6 ? digits(seconds * 1e6) + " µs" : digits(seconds * 1e9) + " ns";
  }

  private String minutes() {
    long whole = Math.round(seconds);
    return whole >= 3600
        ? "%d h %d min %d s".formatted(whole / 3600, whole / 60 % 60, whole % 60)
        : "%d min %d s".formatted(whole / 60, whole % 60);
  }

  private static String digits(double value) {
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
