package org.jacobean.kernel.session.read;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A cell with its magics set apart: {@link #java} is as long as the source and has spaces where a
 * magic stood alone, and a made-up name where its value is used.
 *
 * @param label how errors name the cell
 * @param source as typed
 * @param java the same text, magics masked
 * @param alone magics that are statements of their own, by where they start
 * @param inline magics within Java, by where they start
 */
public record CellText(
    String label,
    String source,
    String java,
    List<Snippet.MagicLine> alone,
    TreeMap<Integer, Snippet.MagicLine> inline) {

  /** Takes the magics out; {@code known} tells whether a name is one. */
  public static CellText of(String label, String source, Predicate<String> known) {
    return new MagicMask(label, source, known).mask();
  }

  /** The line an offset lies on, counted from 1. */
  public int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset && i < source.length(); i++) {
      if (source.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The text of a line counted from 1; empty beyond the end. */
  public String lineText(int line) {
    List<String> lines = source.lines().toList();
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  /** How far into its line an offset lies. */
  public int column(int offset) {
    return offset - (source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1);
  }
}
