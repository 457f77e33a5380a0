package org.jacobean.display.table;

import org.jacobean.display.Numbers;
import org.jacobean.display.html.Html;

/**
 * What stands in one place of a table.
 *
 * @param text for terminals
 * @param html safe markup of the same
 * @param look how it is set
 */
public record Cell(String text, String html, Look look) {

  /** How a cell is set: words to the left, numbers to the right, verdicts in colour. */
  public enum Look {
    TEXT(""),
    NUMBER("num"),
    DIM("dim"),
    GOOD("good"),
    WARN("warn"),
    BAD("bad");

    final String css;

    Look(String css) {
      this.css = css;
    }
  }

  public static Cell text(String text) {
    return of(text, Look.TEXT);
  }

  public static Cell of(String text, Look look) {
    return new Cell(text, Html.escape(text), look);
  }

  /** Rounded for reading; the whole number appears when pointed at. */
  public static Cell number(double value) {
    String shown = Numbers.format(value);
    String exact = Double.toString(value);
    return new Cell(
        shown, "<span title=\"" + exact + "\">" + Html.escape(shown) + "</span>", Look.NUMBER);
  }

  public static Cell number(long value) {
    return of(Long.toString(value), Look.NUMBER);
  }

  /** A formula: Unicode in a terminal, set by MathJax on a page. */
  public static Cell formula(String unicode, String latex) {
    return new Cell(
        unicode,
        "<span class=\"tex2jax_process mathjax_process\">\\(" + Html.escape(latex) + "\\)</span>",
        Look.TEXT);
  }

  /** A head with a smaller word below it; in a terminal that stands in brackets. */
  public static Cell below(String head, String word) {
    String html = Html.escape(head) + "<small>" + Html.escape(word) + "</small>";
    return new Cell(head + " (" + word + ")", html, Look.TEXT);
  }

  /** Something that unfolds when clicked. */
  public static Cell unfolding(String summary, String innerHtml) {
    return new Cell(
        summary,
        "<details><summary>" + Html.escape(summary) + "</summary>" + innerHtml + "</details>",
        Look.TEXT);
  }
}
