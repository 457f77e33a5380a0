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

/** A derivative times a vector, with what it took to compute it. */
public final class ProductResult implements Showable {
  private final String caption;
  private final List<String> names;
  private final double[] vector;
  private final String effort;

  ProductResult(String caption, List<String> names, double[] vector, String effort) {
    this.caption = caption;
    this.names = List.copyOf(names);
    this.vector = vector;
    this.effort = effort;
  }

  /** A copy of the product. */
  public double[] vector() {
    return vector.clone();
  }

  public Table toTable() {
    return Table.create(
        caption, StringColumn.create("entry", names), DoubleColumn.create("product", vector));
  }

  @Override
  public Bundle show() {
    if (vector.length == 1) {
      String line = caption + " = " + Numbers.format(vector[0]);
      return Grid.titled(line).note(Cell.of(effort, Cell.Look.DIM)).build().show();
    }
    Grid.Builder grid = Grid.titled(caption).heads("entry", "product");
    for (int i = 0; i < Math.min(20, vector.length); i++) {
      grid.row(Cell.text(names.get(i)), Cell.number(vector[i]));
    }
    if (vector.length > 20) {
      grid.note("the first 20 of " + vector.length + "; toTable() has all");
    }
    return grid.note(Cell.of(effort, Cell.Look.DIM)).build().show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
