package org.jacobean.magics.diff;

import java.util.List;
import java.util.stream.IntStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One gradient, computed in several ways. */
public final class CompareResult implements Showable {
  private static final int SHOWN = 4;

  private final String point;
  private final List<String> names;
  private final List<Row> rows;

  record Row(String way, double[] gradient, double micros, String effort, String size) {}

  CompareResult(String point, List<String> names, List<Row> rows) {
    this.point = point;
    this.names = List.copyOf(names);
    this.rows = List.copyOf(rows);
  }

  /** The ways that were compared. */
  public List<String> ways() {
    return rows.stream().map(Row::way).toList();
  }

  /** The gradient that a way gave. */
  public double[] gradient(String way) {
    return rows.stream()
        .filter(row -> row.way().equals(way))
        .findFirst()
        .orElseThrow(
            () -> new org.jacobean.display.DisplayException.Unknown(way + " is none of " + ways()))
        .gradient()
        .clone();
  }

  /** The greatest relative error of a way's partial derivatives. */
  public double error(String way) {
    double[] one = gradient(way);
    double[] exact = reference().gradient();
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Verdict.error(one[i], exact[i], 1e-300))
        .max()
        .orElse(0);
  }

  private Row reference() {
    return rows.stream()
        .filter(row -> row.way().equals("symbolic"))
        .findFirst()
        .orElse(rows.get(rows.size() - 1));
  }

  public Table toTable() {
    Table table = Table.create("comparison at " + point, StringColumn.create("way", ways()));
    for (int i = 0; i < names.size(); i++) {
      int k = i;
      table.addColumns(
          DoubleColumn.create(
              names.get(i), rows.stream().mapToDouble(r -> r.gradient()[k]).toArray()));
    }
    return table.addColumns(
        DoubleColumn.create("error", rows.stream().mapToDouble(r -> error(r.way())).toArray()),
        DoubleColumn.create("microseconds", rows.stream().mapToDouble(Row::micros).toArray()));
  }

  @Override
  public Bundle show() {
    Grid.Builder grid =
        Grid.titled("Derivatives of " + point)
            .heads("way", gradientHead(), "relative error", "µs", "effort", "formula size");
    for (Row row : rows) {
      grid.row(
          Cell.text(row.way()),
          Cell.of(value(row), Cell.Look.NUMBER),
          Cell.of(
              row == reference() ? "reference" : Numbers.format(error(row.way()), 2),
              Cell.Look.NUMBER),
          Cell.of(Numbers.format(row.micros(), 3), Cell.Look.NUMBER),
          Cell.text(row.effort()),
          Cell.text(row.size()));
    }
    return grid.build().show();
  }

  private String gradientHead() {
    return names.size() == 1 ? "df/d" + names.get(0) : "gradient";
  }

  private String value(Row row) {
    double[] g = row.gradient();
    String first =
        IntStream.range(0, Math.min(SHOWN, g.length))
            .mapToObj(i -> Numbers.format(g[i], 12))
            .collect(java.util.stream.Collectors.joining(", "));
    return g.length == 1 ? first : "(" + first + (g.length > SHOWN ? ", …" : "") + ")";
  }

  @Override
  public String toString() {
    return show().text();
  }
}
