package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.jacobean.display.Numbers;
import org.jacobean.display.html.Html;

/**
 * A function of two variables as a landscape: quadrilaterals in parallel projection, painted from
 * back to front, coloured by height and shaded by slope.
 */
public final class Surface implements Drawn {
  private static final int GRID = 41;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 440;
  private static final double[] NONE = {};

  private final Samples samples;
  private final Projection projection;
  private final String title;
  private final String xLabel;
  private final String yLabel;

  private Surface(Samples samples, Projection view, String title, String xLabel, String yLabel) {
    this.samples = samples;
    this.projection = view;
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  static Surface of(DoubleBinaryOperator f, double xFrom, double xTo, double yFrom, double yTo) {
    Samples samples = Samples.of(f, xFrom, xTo, yFrom, yTo, GRID);
    return new Surface(samples, Projection.from(-60, 30), "", "x", "y");
  }

  public Surface title(String text) {
    return new Surface(samples, projection, text, xLabel, yLabel);
  }

  public Surface labels(String x, String y) {
    return new Surface(samples, projection, title, x, y);
  }

  /** Seen from a direction: degrees around the vertical, degrees above the ground. */
  public Surface seenFrom(double around, double above) {
    return new Surface(samples, Projection.from(around, above), title, xLabel, yLabel);
  }

  @Override
  public Picture draw() {
    double[] lowest = samples.lowest();
    String words =
        "surface, %s from %s to %s, %s from %s to %s, values from %s to %s, the least near (%s, %s)"
            .formatted(
                xLabel,
                number(samples.xs()[0]),
                number(samples.xs()[GRID - 1]),
                yLabel,
                number(samples.ys()[0]),
                number(samples.ys()[GRID - 1]),
                number(samples.least()),
                number(samples.greatest()),
                number(lowest[0]),
                number(lowest[1]));
    String name = SvgFrame.uniqueName();
    View view = View.of(projection, samples);
    StringBuilder svg =
        new StringBuilder(SvgFrame.open(name, view.width(), view.height(), title, words));
    heading(svg, view.width());
    svg.append(
        String.format(Locale.ROOT, "<g transform=\"translate(%.1f,%.1f)\">", view.dx(), view.dy()));
    floor(svg);
    faces().stream()
        .sorted(Comparator.comparingDouble(Face::depth))
        .forEach(face -> svg.append(face.path()));
    ticks(svg);
    heights(svg);
    String text = title.isEmpty() ? words : title + "\n" + words;
    return new Picture(svg.append("</g></svg>").toString(), text);
  }

  /** The part of the drawing that something lies in, with room for the ticks. */
  private record View(int width, int height, double dx, double dy) {
    private static final double ROOM = 34;

    static View of(Projection projection, Samples samples) {
      double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
      double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
      double low = samples.least();
      double high = samples.greatest() == low ? low + 1 : samples.greatest();
      for (int j = 0; j < GRID; j++) {
        for (int i = 0; i < GRID; i++) {
          double u = i / (GRID - 1.0);
          double v = j / (GRID - 1.0);
          double h = (samples.zs()[j][i] - low) / (high - low);
          for (double[] p :
              List.of(projection.of(u, v, 0), projection.of(u, v, Double.isFinite(h) ? h : 0))) {
            for (int k = 0; k < 2; k++) {
              least[k] = Math.min(least[k], p[k]);
              most[k] = Math.max(most[k], p[k]);
            }
          }
        }
      }
      for (double[] p : List.of(projection.of(0.5, -0.19, 0), projection.of(1.19, 0.5, 0))) {
        least[1] = Math.min(least[1], p[1]);
        most[1] = Math.max(most[1], p[1]);
      }
      int width = (int) Math.ceil(most[0] - least[0] + 2.6 * ROOM);
      int height = (int) Math.ceil(most[1] - least[1] + 1.8 * ROOM);
      return new View(width, height, 1.6 * ROOM - least[0], 1.2 * ROOM - least[1]);
    }
  }

  private static String number(double value) {
    return Numbers.format(value, 4);
  }

  private void heading(StringBuilder svg, int width) {
    if (!title.isEmpty()) {
      svg.append("<text x=\"").append(width / 2);
      svg.append("\" y=\"22\" text-anchor=\"middle\" font-size=\"16\" fill=\"currentColor\">");
      svg.append(Html.escape(title)).append("</text>");
    }
  }

  private void floor(StringBuilder svg) {
    double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    StringBuilder path = new StringBuilder();
    for (double[] corner : corners) {
      double[] p = projection.of(corner[0], corner[1], 0);
      path.append(path.isEmpty() ? "M" : "L").append(at(p));
    }
    svg.append("<path d=\"").append(path);
    svg.append("Z\" fill=\"none\" stroke=\"currentColor\" opacity=\".4\"/>");
  }

  private record Face(double depth, String path) {}

  private List<Face> faces() {
    double least = samples.least();
    double height = samples.greatest() == least ? 1 : samples.greatest() - least;
    List<Face> faces = new ArrayList<>();
    for (int j = 0; j + 1 < GRID; j++) {
      for (int i = 0; i + 1 < GRID; i++) {
        face(i, j, least, height, faces);
      }
    }
    return faces;
  }

  private void face(int i, int j, double least, double height, List<Face> faces) {
    double[][] z = samples.zs();
    double[] corners = {z[j][i], z[j][i + 1], z[j + 1][i + 1], z[j + 1][i]};
    int[][] steps = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    StringBuilder path = new StringBuilder();
    double mean = 0;
    for (int k = 0; k < 4; k++) {
      double h = (corners[k] - least) / height;
      if (!Double.isFinite(h)) {
        return;
      }
      mean += h / 4;
      double u = (i + steps[k][0]) / (GRID - 1.0);
      double v = (j + steps[k][1]) / (GRID - 1.0);
      path.append(path.isEmpty() ? "M" : "L").append(at(projection.of(u, v, h)));
    }
    double slope = (corners[1] - corners[0] - (corners[3] - corners[0])) / height * (GRID - 1);
    double shade = 1 - 0.18 * Math.tanh(slope / 2);
    String colour = Palette.amount(mean, Math.min(1.12, shade));
    double depth = projection.depth((i + 0.5) / (GRID - 1), (j + 0.5) / (GRID - 1));
    faces.add(
        new Face(
            depth,
            "<path d=\"%sZ\" fill=\"%s\" stroke=\"%s\" stroke-width=\".5\"/>"
                .formatted(path, colour, Palette.amount(mean, 0.85))));
  }

  private void ticks(StringBuilder svg) {
    for (int k = 0; k <= 4; k++) {
      double share = k / 4.0;
      double x = samples.xs()[0] + share * (samples.xs()[GRID - 1] - samples.xs()[0]);
      double y = samples.ys()[0] + share * (samples.ys()[GRID - 1] - samples.ys()[0]);
      tick(svg, projection.of(share, -0.07, 0), number(x));
      tick(svg, projection.of(1.07, share, 0), number(y));
    }
    tick(svg, projection.of(0.5, -0.19, 0), xLabel);
    tick(svg, projection.of(1.19, 0.5, 0), yLabel);
  }

  /** A scale of heights at the corner that lies farthest left. */
  private void heights(StringBuilder svg) {
    double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    double[] corner =
        java.util.Arrays.stream(corners)
            .min(Comparator.comparingDouble(c -> projection.of(c[0], c[1], 0)[0]))
            .orElseThrow();
    double[] foot = projection.of(corner[0], corner[1], 0);
    double[] top = projection.of(corner[0], corner[1], 1);
    svg.append("<path d=\"M").append(at(foot)).append('L').append(at(top));
    svg.append("\" fill=\"none\" stroke=\"currentColor\" opacity=\".4\"/>");
    double range = samples.greatest() - samples.least();
    for (double level : range > 0 ? Levels.round(samples.least(), samples.greatest(), 4) : NONE) {
      double[] p = projection.of(corner[0], corner[1], (level - samples.least()) / range);
      if (p[1] < foot[1] - 12) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\" font-size=\"12\" fill=\"currentColor\">%s</text>",
                p[0] - 6,
                p[1] + 4,
                number(level)));
      }
    }
  }

  private static void tick(StringBuilder svg, double[] place, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" font-size=\"12\" fill=\"currentColor\">%s</text>",
            place[0],
            place[1],
            Html.escape(text)));
  }

  private static String at(double[] point) {
    return String.format(Locale.ROOT, "%.1f %.1f", point[0], point[1]);
  }

  /** From the unit cube to the picture. */
  private record Projection(double cos, double sin, double flat, double up) {
    static Projection from(double around, double above) {
      double a = Math.toRadians(around);
      double e = Math.toRadians(above);
      return new Projection(Math.cos(a), Math.sin(a), Math.sin(e), Math.cos(e));
    }

    /** Across and away from the eye, turned about the cube's middle. */
    private double across(double u, double v) {
      return -(u - 0.5) * sin + (v - 0.5) * cos;
    }

    private double towards(double u, double v) {
      return (u - 0.5) * cos + (v - 0.5) * sin;
    }

    double[] of(double u, double v, double h) {
      double right = across(u, v);
      double rise = -towards(u, v) * flat + (h - 0.5) * 0.75 * up;
      double scale = Math.min((WIDTH - 40) / breadth(), (HEIGHT - 80) / tallness());
      return new double[] {WIDTH / 2.0 + right * scale, HEIGHT / 2.0 + 12 - rise * scale};
    }

    /** How wide the ground looks, labels included. */
    private double breadth() {
      return 1.2 * (Math.abs(sin) + Math.abs(cos));
    }

    private double tallness() {
      return 1.2 * (Math.abs(sin) + Math.abs(cos)) * flat + 0.75 * up;
    }

    double depth(double u, double v) {
      return towards(u, v);
    }
  }
}
