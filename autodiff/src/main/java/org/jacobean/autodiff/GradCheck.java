package org.jacobean.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.reading.Readings;
import org.jspecify.annotations.Nullable;

/**
 * The automatic gradient beside numeric ones, number by number.
 *
 * @param rows one for each partial derivative
 * @param noComplexStep why there is no complex step, or null where there is
 */
public record GradCheck(List<Row> rows, @Nullable String noComplexStep) {
  /** What rounding leaves of a central difference and of a complex step. */
  private static final double CENTRAL = 1e-6;

  private static final double COMPLEX = 1e-11;

  /** What a comparison came to. */
  public enum Verdict {
    AGREES,
    DIFFERS,
    /** All of them are infinite or NaN: see {@link Diff#explainNaN}. */
    NOT_FINITE
  }

  /**
   * One partial derivative.
   *
   * @param complexStep NaN where there is none
   * @param error of the automatic one against the best numeric one, relative to the larger of the
   *     two and the size of the gradient
   */
  public record Row(
      String name,
      double automatic,
      double central,
      double complexStep,
      double error,
      Verdict verdict) {}

  public boolean agrees() {
    return rows.stream().allMatch(r -> r.verdict == Verdict.AGREES);
  }

  static GradCheck of(Point p) {
    double[] automatic = p.gradient();
    ComputationGraph graph = null;
    String reason = null;
    try {
      graph = p.graph();
    } catch (DiffException e) {
      reason = e.getMessage();
    }
    double size = 0;
    for (double d : automatic) if (Double.isFinite(d)) size = Math.max(size, Math.abs(d));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < automatic.length; i++) {
      double step = graph == null ? Double.NaN : Readings.complexStep(graph, i);
      rows.add(row(p.names().get(i), automatic[i], Numeric.central(p, i), step, size));
    }
    return new GradCheck(List.copyOf(rows), reason);
  }

  private static Row row(String name, double d, double central, double step, double size) {
    double byCentral = error(d, central, size);
    double byStep = Double.isNaN(step) ? 0 : error(d, step, size);
    boolean finite = Double.isFinite(d);
    Verdict v =
        !finite && !Double.isFinite(central)
            ? Verdict.NOT_FINITE
            : finite && byCentral <= CENTRAL && byStep <= COMPLEX
                ? Verdict.AGREES
                : Verdict.DIFFERS;
    boolean central1 = Double.isNaN(step) || byStep <= COMPLEX && byCentral > CENTRAL;
    return new Row(name, d, central, step, central1 ? byCentral : byStep, v);
  }

  private static double error(double d, double other, double size) {
    double scale = Math.max(Math.max(Math.abs(d), Math.abs(other)), 1e-3 * Math.max(size, 1e-9));
    return d == other ? 0 : Math.abs(d - other) / scale;
  }

  @Override
  public String toString() {
    StringBuilder s =
        new StringBuilder(line("", "automatic", "central", "complex step", "error", ""));
    for (Row r : rows)
      s.append(
          line(
              r.name,
              number(r.automatic),
              number(r.central),
              Double.isNaN(r.complexStep) ? "–" : number(r.complexStep),
              String.format(java.util.Locale.ROOT, "%.1e", r.error),
              r.verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
    if (noComplexStep != null) s.append("no complex step: ").append(noComplexStep).append('\n');
    return s.toString();
  }

  private static String number(double d) {
    return String.format(java.util.Locale.ROOT, "%.12g", d);
  }

  private static String line(Object... cells) {
    return String.format("%-12s %20s %20s %20s %10s  %s%n", cells).stripTrailing() + "\n";
  }
}
