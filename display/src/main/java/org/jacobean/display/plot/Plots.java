package org.jacobean.display.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jacobean.display.Numbers;

/** Where plots begin: {@code Plots.line(xs, ys).title("…")}. Columns of Tablesaw are data too. */
public final class Plots {
  private Plots() {}

  /** Axes without marks, to which lines and points are added. */
  public static Plot empty() {
    return new Plot(Frame.PLAIN, List.of());
  }

  public static Plot line(double[] xs, double[] ys) {
    return empty().line(xs, ys);
  }

  public static Plot line(Iterable<? extends Number> xs, Iterable<? extends Number> ys) {
    return line(Numerals.array(xs), Numerals.array(ys));
  }

  /** The curve of a function. */
  public static Plot line(DoubleUnaryOperator f, double from, double to) {
    return empty().line(f, from, to, "").yLabel("f(x)");
  }

  public static Plot scatter(double[] xs, double[] ys) {
    return empty().points(xs, ys);
  }

  public static Plot scatter(Iterable<? extends Number> xs, Iterable<? extends Number> ys) {
    return scatter(Numerals.array(xs), Numerals.array(ys));
  }

  /** How often values fall where. */
  public static Plot histogram(double[] values) {
    return histogram(values, 30);
  }

  public static Plot histogram(double[] values, int bins) {
    Numerals.paired("values", values, "values", values);
    Layer bars = Layer.of("histogram", Map.of("x", Numerals.column(values)));
    return empty()
        .plus(
            bars.with("bins", bins)
                .with("fill", Palette.KINDS.get(0))
                .with("color", "#ffffff")
                .with("size", 0.3),
            "")
        .yLabel("count");
  }

  public static Plot histogram(Iterable<? extends Number> values) {
    return histogram(Numerals.array(values));
  }

  /** A loss by step, logarithmic when it falls over decades. */
  public static Plot loss(double[] losses) {
    double[] steps = new double[losses.length];
    Arrays.setAll(steps, i -> i);
    Plot plot = line(steps, losses).title("Loss").xLabel("step").yLabel("loss");
    double least = Numerals.least(losses);
    double greatest = Numerals.greatest(losses);
    String takeaway =
        "loss from %s to %s in %d steps"
            .formatted(
                Numbers.format(losses[0], 4),
                Numbers.format(losses[losses.length - 1], 4),
                losses.length - 1);
    return (least > 0 && greatest / least > 100 ? plot.logY() : plot).describe(takeaway);
  }

  public static Plot loss(Iterable<? extends Number> losses) {
    return loss(Numerals.array(losses));
  }

  /** Numbers by row and column as colours; the first row lies on top, as a matrix is written. */
  public static Plot heatmap(double[][] matrix) {
    return HeatMap.of(matrix);
  }

  /** A function of two variables by filled contours with their levels. */
  public static Plot contour(
      DoubleBinaryOperator f, double xFrom, double xTo, double yFrom, double yTo) {
    return Contours.of(f, xFrom, xTo, yFrom, yTo);
  }

  /** A function of two variables as a landscape seen from above and aside. */
  public static Surface surface(
      DoubleBinaryOperator f, double xFrom, double xTo, double yFrom, double yTo) {
    return Surface.of(f, xFrom, xTo, yFrom, yTo);
  }
}
