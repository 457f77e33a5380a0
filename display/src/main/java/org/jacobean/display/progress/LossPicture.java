package org.jacobean.display.progress;

import java.util.Arrays;
import java.util.Locale;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.html.Html;

/**
 * Losses as one look: a line of text and a small drawing, quick enough to be made ten times a
 * second.
 */
record LossPicture(String label, double[] losses) {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 180;
  private static final int LEFT = 64;
  private static final int POINTS = 400;

  Bundle show() {
    return Bundle.of(words()).html(Html.frame(drawing()));
  }

  /** Such as {@code training: step 120, loss 0.034, from 2.3}. */
  private String words() {
    int odd = firstOdd();
    String start = label.isEmpty() ? "" : label + ": ";
    String now =
        "%sstep %d, loss %s, from %s"
            .formatted(start, losses.length, number(losses[losses.length - 1]), number(losses[0]));
    return odd < 0 ? now : now + "; no longer finite since step " + (odd + 1);
  }

  private int firstOdd() {
    for (int i = 0; i < losses.length; i++) {
      if (!Double.isFinite(losses[i])) {
        return i;
      }
    }
    return -1;
  }

  private static String number(double value) {
    return Numbers.format(value, 4);
  }

  private String drawing() {
    double[] finite = Arrays.stream(losses).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    boolean logarithmic = least > 0 && most / least > 100;
    StringBuilder path = new StringBuilder();
    int step = Math.max(1, losses.length / POINTS);
    for (int i = 0; i < losses.length; i = next(i, step)) {
      if (Double.isFinite(losses[i])) {
        double x = LEFT + (WIDTH - LEFT - 12.0) * i / Math.max(1, losses.length - 1);
        double y = 12 + (HEIGHT - 42) * (1 - share(losses[i], least, most, logarithmic));
        path.append(path.isEmpty() ? 'M' : 'L');
        path.append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
      }
    }
    return """
        <svg width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s" \
        style="max-width:100%%" font-size="12" fill="currentColor">\
        <path d="M%d 12V%dH%d" fill="none" stroke="currentColor" opacity=".35"/>\
        <path d="%s" fill="none" stroke="#0072B2" stroke-width="2"/>\
        <text x="%d" y="16" text-anchor="end">%s</text>\
        <text x="%d" y="%d" text-anchor="end">%s</text>\
        <text x="%d" y="%d">%s</text></svg>
        """
        .formatted(
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            Html.escape(words()),
            LEFT - 4,
            HEIGHT - 30,
            WIDTH - 12,
            path,
            LEFT - 10,
            number(most),
            LEFT - 10,
            HEIGHT - 30,
            number(least),
            LEFT,
            HEIGHT - 10,
            Html.escape(words() + (logarithmic ? " (logarithmic)" : "")));
  }

  /** The last point is always drawn. */
  private int next(int i, int step) {
    int last = losses.length - 1;
    return i < last ? Math.min(i + step, last) : losses.length;
  }

  private static double share(double value, double least, double most, boolean logarithmic) {
    if (!(most > least)) {
      return 0.5;
    }
    return logarithmic
        ? Math.log(value / least) / Math.log(most / least)
        : (value - least) / (most - least);
  }
}
