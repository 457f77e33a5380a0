package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jacobean.display.html.Html;

/**
 * What the colours of a plot's series mean, in rows below it. Lets-Plot's own legend gives every
 * series the marks of all.
 *
 * @param height of the rows
 */
record SeriesKey(String svg, int height) {
  private static final int ROW = 22;
  private static final int GLYPH = 28;
  private static final double LETTER = 7.0;
  private static final int GAP = 22;

  /** One series: its colour and the kinds of its marks. */
  private record Entry(String name, String colour, Set<String> geoms) {
    double width() {
      return GLYPH + name.length() * LETTER + GAP;
    }
  }

  static SeriesKey of(Frame frame, List<Layer> layers) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (!layer.series().isEmpty()) {
        String colour = String.valueOf(layer.constants().get("color"));
        entries
            .computeIfAbsent(layer.series(), n -> new Entry(n, colour, new LinkedHashSet<>()))
            .geoms()
            .add(layer.geom());
      }
    }
    return entries.isEmpty() ? new SeriesKey("", 0) : drawn(frame, rows(frame, entries));
  }

  private static List<List<Entry>> rows(Frame frame, Map<String, Entry> entries) {
    List<List<Entry>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    double used = 0;
    for (Entry entry : entries.values()) {
      List<Entry> row = rows.get(rows.size() - 1);
      if (!row.isEmpty() && used + entry.width() > frame.width() - 60) {
        row = new ArrayList<>();
        rows.add(row);
        used = 0;
      }
      row.add(entry);
      used += entry.width();
    }
    return rows;
  }

  private static SeriesKey drawn(Frame frame, List<List<Entry>> rows) {
    StringBuilder svg = new StringBuilder("<g class=\"key\" font-size=\"13\">");
    double y = frame.height() + ROW / 2.0;
    for (List<Entry> row : rows) {
      double wide = row.stream().mapToDouble(Entry::width).sum() - GAP;
      double x = Math.max(8, (frame.width() - wide) / 2);
      for (Entry entry : row) {
        entry(svg, entry, x, y);
        x += entry.width();
      }
      y += ROW;
    }
    return new SeriesKey(svg.append("</g>").toString(), rows.size() * ROW + 6);
  }

  private static void entry(StringBuilder svg, Entry entry, double x, double y) {
    if (entry.geoms().contains("line") || entry.geoms().contains("path")) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2.4\"/>",
              x,
              x + 22,
              y,
              y,
              entry.colour()));
    }
    if (entry.geoms().contains("point")) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"4.5\" ry=\"4.5\" fill=\"%s\"/>",
              x + 11,
              y,
              entry.colour()));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" fill=\"currentColor\">%s</text>",
            x + GLYPH,
            y + 4.5,
            Html.escape(entry.name())));
  }
}
