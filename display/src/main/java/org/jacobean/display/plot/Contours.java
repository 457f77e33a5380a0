package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.jacobean.display.Numbers;

/**
 * Filled contours, painted from the lowest region to the highest, with lines on which their heights
 * are written. Lets-Plot's own has neither labels nor levels of one's choice.
 */
final class Contours {
  private static final int GRID = 65;
  private static final double ALIKE = 3;

  /** The panel's height in pixels. */
  private static final int PANEL = 340;

  private final Samples samples;
  private final List<Double> levels;
  private final List<List<double[][]>> lines;
  private final Simpler simpler;

  private Contours(Samples samples) {
    this.samples = samples;
    this.levels = Levels.of(samples);
    this.simpler = Simpler.over(samples);
    this.lines = levels.stream().map(level -> MarchingSquares.lines(samples, level)).toList();
  }

  static Plot of(DoubleBinaryOperator f, double xFrom, double xTo, double yFrom, double yTo) {
    Samples samples = Samples.of(f, xFrom, xTo, yFrom, yTo, GRID);
    double ratio = (xTo - xFrom) / (yTo - yFrom);
    Plot plot = new Contours(samples).plot();
    return ratio < ALIKE && ratio > 1 / ALIKE
        ? plot.framed(frame -> fitted(frame, ratio))
        : plot.size(600, 420);
  }

  private Plot plot() {
    double[] lowest = samples.lowest();
    String takeaway =
        "values from %s to %s, the least near (%s, %s)"
            .formatted(
                Numbers.format(samples.least(), 4),
                Numbers.format(samples.greatest(), 4),
                Numbers.format(lowest[0], 3),
                Numbers.format(lowest[1], 3));
    Plot plot = lines(new Plot(Frame.PLAIN, List.of()).plus(fill(), ""));
    return ContourLabels.on(plot, samples, levels, lines)
        .describe(takeaway)
        .framed(f -> f.fill(legend()));
  }

  /** So wide that a square panel leaves no empty sides. */
  private static Frame fitted(Frame frame, double ratio) {
    double tall = Math.min(PANEL, 1.6 * PANEL / ratio);
    return frame
        .equal(true)
        .sized((int) Math.round(tall * ratio + 150), (int) Math.round(tall + 95));
  }

  /** One polygon a level: what lies at least as high. Lower ones are painted first. */
  private Layer fill() {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    List<Double> fill = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    Samples fenced = samples.fenced();
    for (int k = -1; k < levels.size(); k++) {
      double level = k < 0 ? -Double.MAX_VALUE : levels.get(k);
      for (double[][] ring : MarchingSquares.lines(fenced, level)) {
        for (double[] point : simpler.line(ring)) {
          xs.add(point[0]);
          ys.add(point[1]);
          fill.add(k + 1.0);
          group.add(k + 1);
        }
      }
    }
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", xs);
    columns.put("y", ys);
    columns.put("fill", fill);
    columns.put("group", group);
    return Layer.of("polygon", columns).with("size", 0);
  }

  private Plot lines(Plot plot) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    int line = 0;
    for (List<double[][]> chains : lines) {
      for (double[][] chain : chains) {
        for (double[] point : simpler.line(chain)) {
          xs.add(point[0]);
          ys.add(point[1]);
          group.add(line);
        }
        line++;
      }
    }
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", xs);
    columns.put("y", ys);
    columns.put("group", group);
    Layer white = Layer.of("path", columns).with("color", "#ffffff").with("alpha", 0.7);
    return xs.isEmpty() ? plot : plot.plus(white.with("size", 0.5), "");
  }

  private Frame.Legend legend() {
    int step = Math.max(1, levels.size() / 6);
    List<Integer> marked =
        IntStream.range(0, levels.size()).filter(k -> k % step == 0).boxed().toList();
    return new Frame.Legend(
        "f",
        marked.stream().map(k -> k + 1.0).toList(),
        marked.stream().map(k -> Numbers.format(levels.get(k), 4)).toList());
  }
}
