package org.jacobean.display.value;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.jacobean.display.Bundle;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jspecify.annotations.Nullable;

/** Records by their components: one as a list of names and values, many as a table. */
final class RecordLook {
  private static final int ENDS = 10;

  private RecordLook() {}

  static Bundle render(Record record) {
    Class<?> type = record.getClass();
    if (type.getRecordComponents().length == 0) {
      return Bundle.of(type.getSimpleName());
    }
    Grid.Builder grid = Grid.titled(type.getSimpleName()).heads("component", "value");
    for (RecordComponent component : type.getRecordComponents()) {
      grid.row(Cell.text(component.getName()), Element.cell(read(component, record)));
    }
    Bundle table = grid.build().show();
    return new Bundle(Bundle.of(text(record)).data()).html(table.html());
  }

  /** What the record says of itself; where that is Java's default, with arrays spelled out. */
  private static String text(Record record) {
    StringJoiner plain = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
    StringJoiner nice = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(component, record);
      plain.add(component.getName() + "=" + Element.whole(value, String::valueOf));
      nice.add(component.getName() + "=" + Element.text(value));
    }
    String own = Element.whole(record, Object::toString);
    return own.equals(plain.toString()) ? nice.toString() : own;
  }

  static Bundle table(Collection<?> records, Class<?> type) {
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("")));
    for (RecordComponent component : type.getRecordComponents()) {
      heads.add(Cell.text(component.getName()));
    }
    Grid.Builder grid = Grid.titled(records.size() + " × " + type.getSimpleName()).heads(heads);
    int i = 0;
    for (Object record : records) {
      if (i < ENDS || i >= records.size() - ENDS) {
        grid.row(row(i, record, type));
      } else if (i == ENDS) {
        grid.row(java.util.Collections.nCopies(heads.size(), Cell.of("…", Cell.Look.DIM)));
      }
      i++;
    }
    return grid.build().show();
  }

  private static List<Cell> row(int index, Object record, Class<?> type) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(Integer.toString(index), Cell.Look.DIM)));
    for (RecordComponent component : type.getRecordComponents()) {
      row.add(Element.cell(read(component, record)));
    }
    return row;
  }

  private static @Nullable Object read(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException | RuntimeException failed) {
      return "(not readable: " + (failed.getCause() == null ? failed : failed.getCause()) + ")";
    }
  }
}
