package org.jacobean.display.table;

import java.util.ArrayList;
import java.util.List;

/** A table for terminals: columns aligned by the width of their characters. */
final class GridText {
  private static final String GAP = "  ";

  private GridText() {}

  static String write(Grid grid) {
    List<String> lines = new ArrayList<>();
    if (!grid.caption().isEmpty()) {
      lines.add(grid.caption());
    }
    int[] widths = widths(grid);
    if (widths.length > 0) {
      lines.add(line(grid, grid.heads(), widths));
      grid.rows().forEach(row -> lines.add(line(grid, row, widths)));
    }
    grid.notes().forEach(note -> lines.add(note.text()));
    return String.join("\n", lines);
  }

  private static int[] widths(Grid grid) {
    int[] widths = new int[grid.heads().size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = width(flat(grid.heads().get(c)));
      for (List<Cell> row : grid.rows()) {
        widths[c] = Math.max(widths[c], width(flat(row.get(c))));
      }
    }
    return widths;
  }

  private static String line(Grid grid, List<Cell> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String text = flat(cells.get(c));
      String blanks = " ".repeat(widths[c] - width(text));
      line.append(c == 0 ? "" : GAP).append(grid.numeric(c) ? blanks + text : text + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String flat(Cell cell) {
    return cell.text().replace("\n", "⏎").replace("\t", " ");
  }

  /** Columns a text takes: combining marks none, East Asian wide characters and emoji two. */
  static int width(String text) {
    return text.codePoints().map(GridText::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
