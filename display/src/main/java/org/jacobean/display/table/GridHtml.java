package org.jacobean.display.table;

import java.util.List;
import org.jacobean.display.html.Html;

/** A table for pages: caption, heads with their scope, numbers to the right. */
public final class GridHtml {
  /** The longest caption that surely fits into a page's width on one line. */
  private static final int RUNNING = 72;

  private GridHtml() {}

  /** With style and frame, as an output of its own. */
  public static String page(Grid grid) {
    return Html.frame(fragment(grid));
  }

  /** Table and remarks alone, to stand inside another output. */
  public static String fragment(Grid grid) {
    StringBuilder out = new StringBuilder();
    if (!grid.heads().isEmpty()) {
      table(grid, out);
    } else if (!grid.caption().isEmpty()) {
      out.append("<p><strong>").append(Html.escape(grid.caption())).append("</strong></p>\n");
    }
    for (Cell note : grid.notes()) {
      out.append("<p").append(css(note.look() != Cell.Look.TEXT, note.look().css)).append('>');
      out.append(note.html()).append("</p>\n");
    }
    return out.toString();
  }

  private static void table(Grid grid, StringBuilder out) {
    out.append("<table>\n");
    if (!grid.caption().isEmpty()) {
      out.append("<caption>").append(caption(grid.caption())).append("</caption>\n");
    }
    out.append("<thead><tr>");
    for (int c = 0; c < grid.heads().size(); c++) {
      out.append("<th scope=\"col\"").append(css(grid.numeric(c), "num")).append('>');
      out.append(grid.heads().get(c).html()).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    grid.rows().forEach(row -> row(row, out));
    out.append("</tbody>\n</table>\n");
  }

  /** A short one runs on beside a narrow table instead of breaking or widening it. */
  private static String caption(String text) {
    String safe = Html.escape(text);
    return text.length() > RUNNING ? safe : "<span>" + safe + "</span>";
  }

  private static void row(List<Cell> row, StringBuilder out) {
    out.append("<tr>");
    for (int c = 0; c < row.size(); c++) {
      Cell cell = row.get(c);
      String tag = c == 0 ? "th" : "td";
      out.append('<').append(tag).append(c == 0 ? " scope=\"row\"" : "");
      out.append(css(!cell.look().css.isEmpty(), cell.look().css)).append('>');
      out.append(cell.html()).append("</").append(tag).append('>');
    }
    out.append("</tr>\n");
  }

  private static String css(boolean present, String name) {
    return present ? " class=\"" + name + "\"" : "";
  }
}
