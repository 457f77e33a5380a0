package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;
import org.jacobean.display.html.Html;
import org.jacobean.display.plot.Picture;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.display.table.GridHtml;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A descent: every place it came to, and why it stopped. */
public final class DescentResult implements Showable {
  private static final int ENDS = 4;
  private static final int COLUMNS = 6;

  private final Subject subject;
  private final List<Place> places;
  private final String way;
  private final String reason;

  /** Where a step stood: point, value there and the gradient's length. */
  record Place(int step, double[] point, double value, double norm) {}

  DescentResult(Subject subject, List<Place> places, String way, String reason) {
    this.subject = subject;
    this.places = List.copyOf(places);
    this.way = way;
    this.reason = reason;
  }

  private Place last() {
    return places.get(places.size() - 1);
  }

  /** Where it ended. */
  public double[] point() {
    return last().point().clone();
  }

  /** The value where it ended. */
  public double value() {
    return last().value();
  }

  /** The value at each step, the start included. */
  public double[] losses() {
    return places.stream().mapToDouble(Place::value).toArray();
  }

  /** The point at each step, the start included. */
  public double[][] path() {
    return places.stream().map(p -> p.point().clone()).toArray(double[][]::new);
  }

  /** Why it stopped, in words. */
  public String reason() {
    return reason;
  }

  List<String> names() {
    if (!Descend.isVector(subject)) {
      return subject.parameters().stream().map(Subject.Parameter::name).toList();
    }
    String name = subject.parameters().get(0).name();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < last().point().length; i++) {
      names.add(name + "[" + i + "]");
    }
    return names;
  }

  public Table toTable() {
    Table table =
        Table.create(
            "descent of " + subject.title(),
            IntColumn.create("step", places.stream().mapToInt(Place::step).toArray()));
    for (int i = 0; i < names().size(); i++) {
      int k = i;
      table.addColumns(
          DoubleColumn.create(
              names().get(i), places.stream().mapToDouble(p -> p.point()[k]).toArray()));
    }
    return table.addColumns(
        DoubleColumn.create("value", losses()),
        DoubleColumn.create("norm", places.stream().mapToDouble(Place::norm).toArray()));
  }

  /** The losses by step. */
  public Plot lossPlot() {
    return Plots.loss(losses()).title("Value per step").yLabel(subject.signature()).size(560, 260);
  }

  /** The path on the contours, for a function of two numbers. */
  public Plot pathPlot() {
    double[][] path =
        java.util.Arrays.stream(path()).filter(DescentResult::finite).toArray(double[][]::new);
    double[] xs = java.util.Arrays.stream(path).mapToDouble(p -> p[0]).toArray();
    double[] ys = java.util.Arrays.stream(path).mapToDouble(p -> p[1]).toArray();
    double[] x = margins(xs, ys);
    double[] y = margins(ys, xs);
    List<String> names = names();
    return Plots.contour(this::height, x[0], x[1], y[0], y[1])
        .path(xs, ys, "descent")
        .mark(xs[xs.length - 1], ys[ys.length - 1], "end")
        .title(subject.signature() + ", " + way)
        .xLabel(names.get(0))
        .yLabel(names.get(1))
        .describe(reason);
  }

  private static boolean finite(double[] point) {
    return java.util.Arrays.stream(point).allMatch(v -> Math.abs(v) < 1e12);
  }

  private double height(double x, double y) {
    Object value =
        Descend.isVector(subject) ? subject.call((Object) new double[] {x, y}) : subject.call(x, y);
    return value instanceof Number n ? n.doubleValue() : Double.NaN;
  }

  /** Room around the path, and at least a third of its extent the other way. */
  private static double[] margins(double[] own, double[] other) {
    double low = java.util.Arrays.stream(own).min().orElse(0);
    double high = java.util.Arrays.stream(own).max().orElse(0);
    double across =
        java.util.Arrays.stream(other).max().orElse(0)
            - java.util.Arrays.stream(other).min().orElse(0);
    double half = Math.max(Math.max((high - low) * 0.65, across * 0.4), 1e-3);
    double middle = (low + high) / 2;
    return new double[] {middle - half, middle + half};
  }

  private Grid grid() {
    List<String> names = names();
    int columns = Math.min(COLUMNS, names.size());
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("step")));
    names.subList(0, columns).forEach(name -> heads.add(Cell.text(name)));
    heads.add(Cell.text(subject.signature()));
    heads.add(Cell.text("‖gradient‖"));
    Grid.Builder grid = Grid.titled("Descent of " + subject.signature() + ", " + way).heads(heads);
    for (int k = 0; k < places.size(); k++) {
      boolean gap = k == ENDS && places.size() > 2 * ENDS + 1;
      if (gap) {
        grid.row(java.util.Collections.nCopies(heads.size(), Cell.of("…", Cell.Look.NUMBER)));
        k = places.size() - ENDS;
      }
      grid.row(row(places.get(k), columns));
    }
    return grid.note("It stopped because " + reason + ".").build();
  }

  private static List<Cell> row(Place place, int columns) {
    List<Cell> row = new ArrayList<>(List.of(Cell.number(place.step())));
    for (int i = 0; i < columns; i++) {
      row.add(Cell.number(place.point()[i]));
    }
    row.add(Cell.number(place.value()));
    row.add(Cell.number(place.norm()));
    return row;
  }

  @Override
  public Bundle show() {
    Bundle table = grid().show();
    StringBuilder html = new StringBuilder(GridHtml.fragment(grid()));
    Picture main = last().point().length == 2 ? pathPlot().draw() : null;
    boolean drawn = places.stream().filter(p -> Double.isFinite(p.value())).count() > 1;
    Picture losses = drawn ? lossPlot().draw() : null;
    for (Picture picture : new Picture[] {main, losses}) {
      html.append(picture == null ? "" : picture.svg() + "\n");
    }
    Bundle bundle = table.html(Html.frame(html.toString()));
    Picture first = main == null ? losses : main;
    return first == null ? bundle : bundle.svg(first.standalone());
  }

  @Override
  public String toString() {
    return grid().show().text();
  }
}
