package org.jacobean.display.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Tablesaw's tables and columns: first and last rows, types under the names, row count. */
final class TablesawLook {
  private static final int ENDS = 5;
  private static final int WHOLE = 20;

  private TablesawLook() {}

  static Optional<Bundle> render(Object value) {
    if (value instanceof Relation table) {
      return Optional.of(render(table.name(), table.rowCount(), table.columns()));
    }
    return value instanceof Column<?> column
        ? Optional.of(render(column.name(), column.size(), List.of(column)))
        : Optional.empty();
  }

  private static Bundle render(String name, int rows, List<Column<?>> columns) {
    String counts = rows + (rows == 1 ? " row" : " rows");
    String width = columns.size() + (columns.size() == 1 ? " column" : " columns");
    String title = name == null || name.isBlank() ? "" : Element.clip(name) + ": ";
    Grid.Builder grid = Grid.titled(title + counts + ", " + width).heads(heads(columns));
    for (int i : shown(rows)) {
      grid.row(row(i, columns));
    }
    return grid.build().show();
  }

  private static List<Integer> shown(int rows) {
    if (rows <= WHOLE) {
      return IntStream.range(0, rows).boxed().toList();
    }
    List<Integer> shown = new ArrayList<>(IntStream.range(0, ENDS).boxed().toList());
    shown.add(-1);
    IntStream.range(rows - ENDS, rows).forEach(shown::add);
    return shown;
  }

  private static List<Cell> heads(List<Column<?>> columns) {
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("")));
    for (Column<?> column : columns) {
      String type = column.type().name().toLowerCase(java.util.Locale.ROOT);
      heads.add(Cell.below(Element.clip(column.name()), type));
    }
    return heads;
  }

  private static List<Cell> row(int i, List<Column<?>> columns) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(i < 0 ? "…" : Integer.toString(i), Cell.Look.DIM));
    columns.forEach(column -> row.add(i < 0 ? gap(column) : cell(column, i)));
    return row;
  }

  private static Cell gap(Column<?> column) {
    return Cell.of("…", column instanceof NumericColumn<?> ? Cell.Look.NUMBER : Cell.Look.DIM);
  }

  private static Cell cell(Column<?> column, int i) {
    if (column.isMissing(i)) {
      return Cell.of("", column instanceof NumericColumn<?> ? Cell.Look.NUMBER : Cell.Look.TEXT);
    }
    return column instanceof NumericColumn<?> numbers
        ? Element.cell(column.get(i) instanceof Number number ? number : numbers.getDouble(i))
        : Cell.text(Element.text(column.getString(i)));
  }
}
