package org.jacobean.display.progress;

import java.util.Locale;
import org.jacobean.display.Bundle;
import org.jacobean.display.html.Html;

/**
 * One look at a loop.
 *
 * @param label what is done
 * @param done how many steps
 * @param total of how many; −1 when nobody knows
 * @param seconds since the start
 */
record Bar(String label, long done, long total, double seconds) {
  private static final int WIDTH = 24;

  double rate() {
    return seconds > 0 ? done / seconds : 0;
  }

  boolean known() {
    return total >= 0;
  }

  /** Such as {@code 42/100, 12/s, 5 s left}. */
  String words() {
    StringBuilder words = new StringBuilder();
    words.append(done).append(known() ? "/" + total : "");
    if (done > 0) {
      words.append(", ").append(number(rate())).append("/s");
    }
    if (known() && done > 0 && done < total) {
      words.append(", ").append(time((total - done) / rate())).append(" left");
    } else {
      words.append(", ").append(time(seconds));
    }
    return words.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }

  Bundle show() {
    String title = label.isEmpty() ? "" : label + ": ";
    String bar = "";
    if (known()) {
      int filled = total == 0 ? WIDTH : (int) (WIDTH * Math.min(done, total) / total);
      bar = "█".repeat(filled) + "░".repeat(WIDTH - filled) + " ";
    }
    String element =
        known()
            ? "<progress max=\"%d\" value=\"%d\"></progress> "
                .formatted(Math.max(1, total), total == 0 ? 1 : done)
            : "";
    return Bundle.of(title + bar + words())
        .html(
            Html.frame(
                "<label>" + Html.escape(title) + element + Html.escape(words()) + "</label>\n"));
  }
}
