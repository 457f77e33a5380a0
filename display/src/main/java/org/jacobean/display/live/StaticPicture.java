package org.jacobean.display.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jacobean.display.html.Html;
import org.jacobean.display.plot.Palette;

/**
 * A small picture of a live view for pages that run no scripts: some kilobytes of SVG, on paper of
 * its own.
 */
final class StaticPicture {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int SKIP = 4;

  private final StringBuilder svg = new StringBuilder();

  private StaticPicture() {}

  /** As the address of an image. */
  private String address() {
    String whole =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'><rect width='%d' height='%d' fill='#fff'/>%s</svg>"
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, svg);
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
  }

  private void text(double x, double y, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.0f' y='%.0f' font-family='sans-serif' font-size='12' text-anchor='middle'>%s</text>",
            x,
            y,
            Html.escape(words)));
  }

  private record Face(double far, String path, double height) {}

  /** A landscape from aside, its faces from back to front. */
  static String surface(double[] z) {
    StaticPicture picture = new StaticPicture();
    Range range = Range.of(z);
    List<Face> faces = new ArrayList<>();
    int n = (int) Math.sqrt(z.length);
    for (int j = 0; j + SKIP < n; j += SKIP) {
      for (int i = 0; i + SKIP < n; i += SKIP) {
        int[][] corners = {{i, j}, {i + SKIP, j}, {i + SKIP, j + SKIP}, {i, j + SKIP}};
        double sum = 0, far = 0;
        StringBuilder path = new StringBuilder();
        for (int[] corner : corners) {
          double height = range.share(z[corner[1] * n + corner[0]]);
          double u = 2.0 * corner[0] / (n - 1) - 1, v = 2.0 * corner[1] / (n - 1) - 1;
          double across = 0.53 * u + 0.85 * v, away = -0.85 * u + 0.53 * v;
          sum += height / 4;
          far += away;
          path.append(path.isEmpty() ? 'M' : 'L');
          path.append(Math.round(WIDTH / 2.0 + 140 * across)).append(' ');
          path.append(Math.round(HEIGHT * 0.72 - 60 * away - 130 * height));
        }
        if (Double.isFinite(sum)) {
          faces.add(new Face(far, path.toString(), sum));
        }
      }
    }
    faces.sort(Comparator.comparingDouble(Face::far).reversed());
    for (Face face : faces) {
      String colour = Palette.amount(face.height(), 1);
      picture.svg.append("<path d='").append(face.path()).append("Z' fill='").append(colour);
      picture.svg.append("' stroke='#0003'/>");
    }
    return picture.address();
  }

  /** The heights of a map as colours. */
  static String map(double[] z) {
    StaticPicture picture = new StaticPicture();
    double[] sorted = Arrays.stream(z).filter(Double::isFinite).sorted().toArray();
    int n = (int) Math.sqrt(z.length), bands = 8, cell = 14;
    StringBuilder[] paths = new StringBuilder[bands];
    Arrays.setAll(paths, k -> new StringBuilder());
    for (int j = 0; j < n; j += 2) {
      for (int i = 0; i < n; i += 2) {
        double height = z[j * n + i];
        if (Double.isFinite(height)) {
          int place = Arrays.binarySearch(sorted, height);
          int band = (int) ((long) Math.max(0, place) * bands / sorted.length);
          paths[band]
              .append('M')
              .append(63 + cell * i / 2)
              .append(' ')
              .append(3 + cell * (n - 1 - j) / 2);
          paths[band].append("h14v14h-14");
        }
      }
    }
    for (int k = 0; k < bands; k++) {
      String colour = Palette.amount(k / (bands - 1.0), 1);
      picture
          .svg
          .append("<path d='")
          .append(paths[k])
          .append("' fill='")
          .append(colour)
          .append("'/>");
    }
    return picture.address();
  }

  static String curve(double[] f) {
    StaticPicture picture = new StaticPicture();
    Range range = Range.of(f);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < f.length; i++) {
      double y = HEIGHT - 20 - (HEIGHT - 40) * range.share(f[i]);
      if (Double.isFinite(y)) {
        path.append(path.isEmpty() ? 'M' : 'L').append(20 + 380 * i / (f.length - 1)).append(' ');
        path.append(Math.round(y));
      }
    }
    picture.svg.append("<path d='").append(path);
    picture.svg.append("' fill='none' stroke='#0068b5' stroke-width='2'/>");
    return picture.address();
  }

  /** Boxes by name, and lines between them. */
  static String graph(double[][] places, List<String> names, int[][] arrows) {
    StaticPicture picture = new StaticPicture();
    double wide = Arrays.stream(places).mapToDouble(p -> p[0]).max().orElse(1) + 60;
    double tall = Arrays.stream(places).mapToDouble(p -> p[1]).max().orElse(1) + 60;
    double scale = Math.min(WIDTH / wide, HEIGHT / tall);
    for (int[] arrow : arrows) {
      double[] a = places[arrow[0]], b = places[arrow[1]];
      picture.svg.append(
          String.format(
              Locale.ROOT,
              "<path d='M%.0f %.0fL%.0f %.0f' stroke='#888'/>",
              a[0] * scale,
              a[1] * scale + 24,
              b[0] * scale,
              b[1] * scale + 12));
    }
    for (int i = 0; i < places.length; i++) {
      picture.text(places[i][0] * scale, places[i][1] * scale + 22, names.get(i));
    }
    return picture.address();
  }

  /** What the heights lie between; NaN stays NaN. */
  private record Range(double least, double most) {
    static Range of(double[] values) {
      double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
      return sorted.length == 0
          ? new Range(0, 1)
          : new Range(sorted[sorted.length / 50], sorted[sorted.length - 1 - sorted.length / 50]);
    }

    double share(double value) {
      double share = most > least ? (value - least) / (most - least) : 0.5;
      return Math.max(0, Math.min(1, share));
    }
  }
}
