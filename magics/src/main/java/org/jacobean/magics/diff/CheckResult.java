package org.jacobean.magics.diff;

import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A gradient beside difference quotients, with a verdict for each number. */
public final class CheckResult implements Showable {
  private static final int SHOWN = 20;

  private final String point;
  private final List<Row> rows;
  private final int numbers;
  private final String noSteps;

  /** One number; the complex step is NaN where there is none. */
  record Row(String name, double automatic, double central, double complexStep, double scale) {
    /** What is asked of a complex step. */
    private static final double EXACT = 1e-11;

    boolean stepped() {
      return !Double.isNaN(complexStep);
    }

    private boolean exact() {
      return Verdict.error(automatic, complexStep, scale) <= EXACT;
    }

    /** Against the better of the two, unless the other one objects. */
    double error() {
      return stepped() && (!exact() || byDifference() == Verdict.AGREES)
          ? Verdict.error(automatic, complexStep, scale)
          : Verdict.error(automatic, central, scale);
    }

    private Verdict byDifference() {
      return Verdict.of(automatic, central, scale);
    }

    Verdict verdict() {
      return stepped() && !exact() ? Verdict.DIFFERS : byDifference();
    }
  }

  CheckResult(String point, List<Row> rows, int numbers, String noSteps) {
    this.noSteps = noSteps;
    this.point = point;
    this.rows = List.copyOf(rows);
    this.numbers = numbers;
  }

  /** Whether every number that was checked agrees. */
  public boolean agrees() {
    return rows.stream().allMatch(row -> row.verdict() == Verdict.AGREES);
  }

  /** The greatest relative error. */
  public double worst() {
    return rows.stream().mapToDouble(Row::error).max().orElse(0);
  }

  public Table toTable() {
    return Table.create(
        "gradient check of " + point,
        StringColumn.create("variable", rows.stream().map(Row::name).toList()),
        DoubleColumn.create("automatic", rows.stream().map(Row::automatic).toList()),
        DoubleColumn.create("central", rows.stream().map(Row::central).toList()),
        DoubleColumn.create("complex step", rows.stream().map(Row::complexStep).toList()),
        DoubleColumn.create("error", rows.stream().map(Row::error).toList()),
        StringColumn.create("verdict", rows.stream().map(r -> r.verdict().words()).toList()));
  }

  @Override
  public Bundle show() {
    Grid.Builder grid =
        Grid.titled("Gradient check of " + point)
            .heads(
                "variable",
                "automatic",
                "central difference",
                "complex step",
                "relative error",
                "verdict");
    List<Row> shown = worstFirst();
    for (Row row : shown) {
      grid.row(
          Cell.text(row.name()),
          Cell.number(row.automatic()),
          Cell.number(row.central()),
          row.stepped() ? Cell.number(row.complexStep()) : Cell.of("–", Cell.Look.NUMBER),
          Cell.of(Numbers.format(row.error(), 2), Cell.Look.NUMBER),
          row.verdict().cell());
    }
    if (shown.size() < numbers) {
      grid.note(
          "the %d worst of %d checked, of %d numbers"
              .formatted(shown.size(), rows.size(), numbers));
    }
    grid.note(summary());
    if (!noSteps.isEmpty()) {
      grid.note(Cell.of("No complex step: " + noSteps, Cell.Look.DIM));
    }
    return grid.build().show();
  }

  private List<Row> worstFirst() {
    return rows.size() <= SHOWN
        ? rows
        : rows.stream()
            .sorted(java.util.Comparator.comparingDouble(Row::error).reversed())
            .limit(SHOWN)
            .toList();
  }

  private Cell summary() {
    String worst = "greatest relative error " + Numbers.format(worst(), 2);
    return agrees()
        ? Cell.of("All agree: " + worst + ".", Cell.Look.GOOD)
        : Cell.of(
            "Not all agree: "
                + worst
                + ". Look for a corner or a jump near the point, or a value too large for differences.",
            Cell.Look.BAD);
  }

  @Override
  public String toString() {
    return show().text();
  }
}
