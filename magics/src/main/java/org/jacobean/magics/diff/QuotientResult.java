package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Difference quotients for smaller and smaller steps: what the definition of a derivative says. */
public final class QuotientResult implements Tabular {
  private final Flat at;
  private final List<String> names;
  private final List<double[]> rows;

  private QuotientResult(Flat at, List<String> names, List<double[]> rows) {
    this.at = at;
    this.names = names;
    this.rows = rows;
  }

  static QuotientResult of(Flat at, List<String> names) {
    List<double[]> rows = new ArrayList<>();
    int i = at.names().indexOf(names.get(0));
    if (names.size() == 1) {
      for (int e = 1; e <= 12; e++) {
        double h = Math.pow(10, -e);
        rows.add(new double[] {h, forward(at, i, h), central(at, i, h)});
      }
    } else {
      int j = at.names().indexOf(names.get(1));
      for (int e = 1; e <= 4; e++) {
        double h = Math.pow(10, -e);
        double k = h * 1e-4;
        rows.add(new double[] {h, k, nested(at, i, k, j, h)});
      }
    }
    return new QuotientResult(at, names, rows);
  }

  private static double forward(Flat at, int i, double h) {
    return (moved(at, i, h, 0, 0) - at.value(at.point())) / h;
  }

  private static double central(Flat at, int i, double h) {
    return (moved(at, i, h, 0, 0) - moved(at, i, -h, 0, 0)) / (2 * h);
  }

  /** By variable i with the small step k first, then by variable j with the larger step h. */
  private static double nested(Flat at, int i, double k, int j, double h) {
    double there = (moved(at, i, k, j, h) - moved(at, j, h, 0, 0)) / k;
    double here = (moved(at, i, k, 0, 0) - at.value(at.point())) / k;
    return (there - here) / h;
  }

  private static double moved(Flat at, int i, double by, int j, double byJ) {
    double[] point = at.point().clone();
    point[i] += by;
    point[j] += byJ;
    return at.value(point);
  }

  /** The quotient that has settled best: where it changes least from one step to the next. */
  public double limit() {
    int column = 2;
    double best = rows.get(0)[column];
    double least = Double.POSITIVE_INFINITY;
    for (int r = 1; r < rows.size(); r++) {
      double change = Math.abs(rows.get(r)[column] - rows.get(r - 1)[column]);
      if (change < least) {
        least = change;
        best = rows.get(r)[column];
      }
    }
    return best;
  }

  @Override
  public Table toTable() {
    String[] heads = heads();
    Table table = Table.create("difference quotients of " + at.subject().title());
    for (int c = 0; c < heads.length; c++) {
      int column = c;
      table.addColumns(
          DoubleColumn.create(heads[c], rows.stream().mapToDouble(r -> r[column]).toArray()));
    }
    return table;
  }

  private String[] heads() {
    return names.size() == 1
        ? new String[] {"h", "(f(x+h) − f(x))/h", "(f(x+h) − f(x−h))/2h"}
        : new String[] {"outer step h", "inner step k", "nested quotient"};
  }

  @Override
  public Bundle show() {
    String by = String.join(", then by ", names);
    String caption = Naming.point(at.subject()) + ": derivative by " + by + ", by definition";
    Grid.Builder grid = Grid.titled(caption).heads(heads());
    int steps = names.size();
    for (double[] row : rows) {
      grid.row(
          Cell.number(row[0]),
          steps == 1 ? Cell.of(Numbers.format(row[1], 12), Cell.Look.NUMBER) : Cell.number(row[1]),
          Cell.of(Numbers.format(row[2], 12), Cell.Look.NUMBER));
    }
    grid.note("The quotients settle at " + Numbers.format(limit(), 8) + ".");
    grid.note(
        Cell.of(
            steps == 1
                ? "A large h errs by the curve's bend, a small one by rounding: the best forward step is near 1.5e-8, the best central one near 6e-6."
                : "The inner step is much smaller than the outer one: the inner limit is taken first.",
            Cell.Look.DIM));
    return grid.build().show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
