package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A matrix whose rows and columns have names, for the eye and for Tablesaw. */
final class MatrixTable {
  private static final int FULL = 10;

  private MatrixTable() {}

  /** Up to ten rows and columns in full, of larger ones the corner. */
  static Grid.Builder grid(
      String caption, List<String> rows, List<String> columns, double[][] numbers) {
    int width = Math.min(FULL, columns.size());
    int height = Math.min(FULL, rows.size());
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("")));
    columns.subList(0, width).forEach(name -> heads.add(Cell.text(name)));
    Grid.Builder grid = Grid.titled(caption).heads(heads);
    for (int i = 0; i < height; i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(rows.get(i))));
      for (int j = 0; j < width; j++) {
        row.add(Cell.number(numbers[i][j]));
      }
      grid.row(row);
    }
    if (width < columns.size() || height < rows.size()) {
      grid.note(
          "the first %d × %d of %d × %d; toTable() has all"
              .formatted(height, width, rows.size(), columns.size()));
    }
    return grid;
  }

  static Table table(String name, List<String> rows, List<String> columns, double[][] numbers) {
    Table table = Table.create(name, StringColumn.create("variable", rows));
    for (int j = 0; j < columns.size(); j++) {
      double[] column = new double[rows.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = numbers[i][j];
      }
      table.addColumns(DoubleColumn.create(columns.get(j), column));
    }
    return table;
  }
}
