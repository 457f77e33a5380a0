package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jacobean.display.Numbers;

/** Marks of a logarithmic axis: powers of ten, and 2 and 5 between them where there is room. */
record Decades(List<Double> breaks, List<String> labels) {
  private static final int MOST = 7;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** For all that is drawn along an axis. */
  static Decades of(String aesthetic, List<Layer> layers) {
    double[] values =
        layers.stream()
            .filter(layer -> layer.columns().containsKey(aesthetic))
            .flatMapToDouble(layer -> numbers(layer, aesthetic))
            .filter(v -> v > 0)
            .toArray();
    return values.length == 0
        ? between(1, 10)
        : between(Numerals.least(values), Numerals.greatest(values));
  }

  private static DoubleStream numbers(Layer layer, String aesthetic) {
    return DoubleStream.of(Numerals.numbers(layer.columns().getOrDefault(aesthetic, List.of())));
  }

  static Decades between(double least, double greatest) {
    int low = (int) Math.floor(Math.log10(least) + 1e-9);
    int high = (int) Math.ceil(Math.log10(greatest) - 1e-9);
    int step = Math.max(1, (high - low + MOST - 1) / MOST);
    int[] digits = high - low <= 2 ? new int[] {1, 2, 5} : new int[] {1};
    List<Double> breaks = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int e = low; e <= high; e += step) {
      for (int digit : digits) {
        double mark = Double.parseDouble(digit + "e" + e);
        if (mark >= least * 0.8 && mark <= greatest * 1.25) {
          breaks.add(mark);
          labels.add(e >= -3 && e <= 4 ? Numbers.format(mark) : power(digit, e));
        }
      }
    }
    return new Decades(breaks, labels);
  }

  private static String power(int digit, int exponent) {
    StringBuilder text = new StringBuilder(digit == 1 ? "10" : digit + "·10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
    }
    return text.toString();
  }
}
