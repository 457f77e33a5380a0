package org.jacobean.display.graph;

import java.util.List;
import java.util.Locale;
import org.jacobean.display.html.Html;
import org.jacobean.display.plot.Picture;
import org.jacobean.display.plot.SvgFrame;

/** Draws a diagram: rounded boxes in the page's ink, inputs and outputs tinted. */
final class DiagramSvg {
  private static final double LETTER = 8.2;
  private static final double SMALL = 6.4;
  private static final int ROW = 58;
  private static final int MARGIN = 14;
  private static final int TOP = 36;

  private final Diagram diagram;
  private final Layers layers;
  private final double[] widths;
  private final double[] heights;
  private final double[] x;
  private final double[] y;
  private final StringBuilder svg = new StringBuilder();

  private DiagramSvg(Diagram diagram) {
    this.diagram = diagram;
    int[][] arrows =
        diagram.arrows().stream().map(a -> new int[] {a.from(), a.to()}).toArray(int[][]::new);
    layers = Layers.of(diagram.boxes().size(), arrows);
    widths = diagram.boxes().stream().mapToDouble(DiagramSvg::width).toArray();
    heights = diagram.boxes().stream().mapToDouble(b -> 24 + 13 * b.lines().size()).toArray();
    x = Positions.of(layers, widths, 26);
    y = rows();
  }

  static Picture draw(Diagram diagram) {
    String words = diagram.takeaway();
    String text = diagram.title().isEmpty() ? words : diagram.title() + "\n" + words;
    return new Picture(new DiagramSvg(diagram).svg(words), text);
  }

  private static double width(Diagram.Box box) {
    double widest = box.label().length() * LETTER;
    for (String line : box.lines()) {
      widest = Math.max(widest, line.length() * SMALL);
    }
    return Math.max(38, widest + 16);
  }

  /** The middle of each point, top to bottom; a row is as tall as its tallest box. */
  private double[] rows() {
    double[] middles = new double[layers.points()];
    double top = TOP;
    for (List<Integer> row : layers.rows()) {
      double tallest = 24;
      for (int point : row) {
        tallest = Math.max(tallest, point < heights.length ? heights[point] : 0);
      }
      for (int point : row) {
        middles[point] = top + tallest / 2;
      }
      top += tallest + ROW;
    }
    return middles;
  }

  private String svg(String words) {
    double right = 0;
    double bottom = TOP;
    for (int p = 0; p < widths.length; p++) {
      right = Math.max(right, x[p] + widths[p] / 2);
      bottom = Math.max(bottom, y[p] + heights[p] / 2);
    }
    int width = (int) Math.ceil(Math.max(right + 2 * MARGIN, diagram.title().length() * 8.5 + 20));
    int height = (int) Math.ceil(bottom + MARGIN);
    String name = SvgFrame.uniqueName();
    svg.append(SvgFrame.open(name, width, height, diagram.title(), words));
    svg.append("<defs><marker id=\"").append(name);
    svg.append(
        "a\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\"");
    svg.append(
        " orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"currentColor\"/></marker></defs>");
    text(width / 2.0, 18, 14, "font-weight=\"600\"", diagram.title());
    svg.append("<g transform=\"translate(").append(MARGIN).append(",0)\">");
    for (int a = 0; a < diagram.arrows().size(); a++) {
      arrow(a, name);
    }
    for (int b = 0; b < diagram.boxes().size(); b++) {
      box(b);
    }
    // A wide graph is better scrolled than shrunk to nothing.
    String least = "max-width:100%;min-width:" + width * 7 / 10 + "px";
    return svg.append("</g></svg>").toString().replaceFirst("max-width:100%", least);
  }

  private void arrow(int a, String name) {
    int[] way = layers.way(a);
    StringBuilder path = new StringBuilder();
    double px = x[way[0]];
    double py = y[way[0]] + heights[way[0]] / 2;
    path.append(String.format(Locale.ROOT, "M%.1f %.1f", px, py));
    for (int k = 1; k < way.length; k++) {
      boolean end = k == way.length - 1;
      double qx = end ? x[way[k]] + lean(px, way[k]) + beside(a) : x[way[k]];
      double qy = end ? y[way[k]] - heights[way[k]] / 2 : y[way[k]];
      double m = (py + qy) / 2;
      path.append(
          String.format(Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", px, m, qx, m, qx, qy));
      px = qx;
      py = qy;
    }
    svg.append("<path class=\"arrow\" d=\"").append(path);
    svg.append("\" fill=\"none\" stroke=\"currentColor\" opacity=\".65\" marker-end=\"url(#");
    svg.append(name).append("a)\"/>");
    label(a, way);
  }

  /** Arrows from the left end left of the middle, so that two of them do not become one. */
  private double lean(double from, int box) {
    double reach = widths[box] / 4;
    return Math.max(-reach, Math.min(reach, (from - x[box]) / 3));
  }

  /** The second arrow between two boxes, as in x·x, ends beside the first. */
  private double beside(int a) {
    Diagram.Arrow own = diagram.arrows().get(a);
    int before = 0;
    int all = 0;
    for (int k = 0; k < diagram.arrows().size(); k++) {
      Diagram.Arrow other = diagram.arrows().get(k);
      if (other.from() == own.from() && other.to() == own.to()) {
        before += k < a ? 1 : 0;
        all++;
      }
    }
    return all == 1 ? 0 : 22.0 * (before - (all - 1) / 2.0);
  }

  private void label(int a, int[] way) {
    String label = diagram.arrows().get(a).label();
    if (!label.isEmpty()) {
      int from = way[way.length - 2];
      int to = way[way.length - 1];
      double half = from < heights.length ? heights[from] / 2 : 0;
      double start = y[from] + half;
      double end = y[to] - heights[to] / 2;
      double share = 0.72;
      double lx = x[from] + (x[to] + lean(x[from], to) + beside(a) - x[from]) * 0.9;
      text(
          lx + 4,
          start + (end - start) * share,
          10,
          "class=\"partial\" text-anchor=\"start\" paint-order=\"stroke\" stroke-width=\"3\""
              + " stroke=\"var(--jp-layout-color0,#fff)\"",
          label);
    }
  }

  private void box(int b) {
    Diagram.Box box = diagram.boxes().get(b);
    double left = x[b] - widths[b] / 2;
    double top = y[b] - heights[b] / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\" fill=\"%s\" fill-opacity=\".18\" stroke=\"%s\"/>",
            left,
            top,
            widths[b],
            heights[b],
            tint(box.kind()),
            tint(box.kind())));
    text(x[b], top + 16, 13, "font-weight=\"600\"", box.label());
    for (int k = 0; k < box.lines().size(); k++) {
      text(x[b], top + 30 + 13 * k, 10.5, "", box.lines().get(k));
    }
  }

  private static String tint(Diagram.Kind kind) {
    return switch (kind) {
      case INPUT -> "#0072B2";
      case OUTPUT -> "#D55E00";
      case FOLDED -> "#CC79A7";
      case CONSTANT -> "#999999";
      case OPERATION -> "#009E73";
    };
  }

  private void text(double tx, double ty, double size, String more, String text) {
    String anchor = more.contains("text-anchor") ? more : "text-anchor=\"middle\" " + more;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%s\" fill=\"currentColor\" %s>",
            tx,
            ty,
            size == Math.rint(size) ? Integer.toString((int) size) : Double.toString(size),
            anchor));
    svg.append(Html.escape(text)).append("</text>");
  }
}
