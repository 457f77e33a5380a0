package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Points where a gradient is zero. */
public final class CriticalResult implements Showable {
  private static final int SHOWN = 40;

  private final Region region;
  private final List<Point> points;
  private final int starts;

  /** One of them: where, how high, of what kind. */
  public record Point(double[] at, double value, String kind, double[] eigenvalues) {
    public Point {
      at = Arrays.stream(at).map(Point::tidy).toArray();
      value = tidy(value);
      eigenvalues = eigenvalues.clone();
    }

    /** Newton ends within rounding of zero: what is that small is zero. */
    private static double tidy(double x) {
      return Math.abs(x) < 1e-12 ? 0 : x;
    }
  }

  CriticalResult(Region region, List<Point> points, int starts) {
    this.region = region;
    this.points = List.copyOf(points);
    this.starts = starts;
  }

  /** From the lowest to the highest. */
  public List<Point> points() {
    return points;
  }

  public Table toTable() {
    Table table = Table.create("critical points of " + region.subject().title());
    for (int i = 0; i < region.spans().size(); i++) {
      int k = i;
      table.addColumns(
          DoubleColumn.create(
              region.spans().get(i).name(), points.stream().mapToDouble(p -> p.at()[k]).toArray()));
    }
    return table.addColumns(
        DoubleColumn.create("value", points.stream().mapToDouble(Point::value).toArray()),
        StringColumn.create("kind", points.stream().map(Point::kind).toList()));
  }

  @Override
  public Bundle show() {
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("kind")));
    region.spans().forEach(span -> heads.add(Cell.text(span.name())));
    heads.addAll(List.of(Cell.text("value"), Cell.text("eigenvalues")));
    Grid.Builder grid = Grid.titled("Critical points of " + region.title()).heads(heads);
    for (Point point : points.subList(0, Math.min(SHOWN, points.size()))) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(point.kind())));
      Arrays.stream(point.at()).forEach(x -> row.add(Cell.number(x)));
      row.add(Cell.number(point.value()));
      row.add(Cell.text(GradientLook.vector(point.eigenvalues())));
      grid.row(row);
    }
    String found =
        points.isEmpty() ? "No critical point was found" : Missing.counted(points.size(), "point");
    return grid.note(Cell.of(found + " from " + starts + " starts.", Cell.Look.DIM)).build().show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
