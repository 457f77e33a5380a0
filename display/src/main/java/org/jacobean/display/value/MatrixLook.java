package org.jacobean.display.value;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;

/** Arrays of arrays of numbers as tables with counted rows and columns; rows may differ. */
final class MatrixLook {
  private static final int ENDS = 5;
  private static final String GAP = "…";

  private MatrixLook() {}

  /** Two levels deep, primitive numbers at the bottom, no row missing. */
  static boolean fits(Object array) {
    Class<?> element = array.getClass().getComponentType().getComponentType();
    if (element == null
        || !element.isPrimitive()
        || element == boolean.class
        || element == char.class) {
      return false;
    }
    return Array.getLength(array) > 0
        && IntStream.range(0, Array.getLength(array)).noneMatch(i -> Array.get(array, i) == null);
  }

  static Bundle render(Object matrix) {
    int rows = Array.getLength(matrix);
    int columns =
        IntStream.range(0, rows).map(i -> Array.getLength(Array.get(matrix, i))).max().orElse(0);
    List<Integer> rowsShown = shown(rows);
    List<Integer> columnsShown = shown(columns);
    Grid.Builder grid = Grid.titled(title(matrix, rows, columns)).heads(heads(columnsShown));
    for (int i : rowsShown) {
      grid.row(row(matrix, i, columnsShown));
    }
    boolean whole = rowsShown.size() == rows && columnsShown.size() == columns;
    if (!whole) {
      Range.of(matrix).ifPresent(range -> grid.note(range.sentence()));
    }
    Bundle bundle = grid.build().show();
    return whole && columns > 0 ? bundle.latex(latex(matrix)) : bundle;
  }

  private static String title(Object matrix, int rows, int columns) {
    Class<?> element = matrix.getClass().getComponentType().getComponentType();
    return element.getSimpleName() + "[" + rows + "][" + columns + "]";
  }

  /** Indices to show, −1 where some are left out. */
  private static List<Integer> shown(int length) {
    if (length <= ArrayLook.FULL) {
      return IntStream.range(0, length).boxed().toList();
    }
    IntStream start = IntStream.range(0, ENDS);
    IntStream end = IntStream.range(length - ENDS, length);
    return IntStream.concat(IntStream.concat(start, IntStream.of(-1)), end).boxed().toList();
  }

  private static List<Cell> heads(List<Integer> columns) {
    List<Cell> heads = new ArrayList<>();
    heads.add(Cell.text(""));
    columns.forEach(c -> heads.add(index(c)));
    return heads;
  }

  private static Cell index(int i) {
    return i < 0 ? Cell.of(GAP, Cell.Look.DIM) : Cell.of(Integer.toString(i), Cell.Look.DIM);
  }

  private static List<Cell> row(Object matrix, int i, List<Integer> columns) {
    List<Cell> cells = new ArrayList<>();
    cells.add(index(i));
    for (int c : columns) {
      cells.add(i < 0 || c < 0 ? Cell.of(GAP, Cell.Look.NUMBER) : entry(Array.get(matrix, i), c));
    }
    return cells;
  }

  private static Cell entry(Object row, int c) {
    return c < Array.getLength(row) ? Element.cell(Array.get(row, c)) : Cell.text("");
  }

  private static String latex(Object matrix) {
    StringBuilder out = new StringBuilder("$$\\begin{bmatrix}");
    for (int i = 0; i < Array.getLength(matrix); i++) {
      Object row = Array.get(matrix, i);
      out.append(i == 0 ? " " : " \\\\ ");
      for (int c = 0; c < Array.getLength(row); c++) {
        out.append(c == 0 ? "" : " & ");
        out.append(Numbers.latex(((Number) Array.get(row, c)).doubleValue()));
      }
    }
    return out.append(" \\end{bmatrix}$$").toString();
  }
}
