package org.jacobean.display.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for exported papers: nbconvert turns Markdown into LaTeX, but HTML into nothing. */
final class GridMarkdown {
  private GridMarkdown() {}

  static String write(Grid grid) {
    StringBuilder out = new StringBuilder();
    if (!grid.caption().isEmpty()) {
      out.append("**").append(escape(grid.caption())).append("**\n\n");
    }
    if (!grid.heads().isEmpty()) {
      row(grid.heads(), out);
      out.append(
          IntStream.range(0, grid.heads().size())
              .mapToObj(c -> grid.numeric(c) ? "---:" : ":---")
              .collect(Collectors.joining(" | ", "| ", " |\n")));
      grid.rows().forEach(row -> row(row, out));
    }
    grid.notes().forEach(note -> out.append('\n').append(escape(note.text())).append('\n'));
    return out.toString();
  }

  private static void row(List<Cell> cells, StringBuilder out) {
    out.append(
        cells.stream()
            .map(cell -> escape(cell.text()))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Everything Markdown, HTML or MathJax would act on is made plain. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>$~^])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("\n", " ");
  }
}
