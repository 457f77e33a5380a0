package org.jacobean.display.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Bundle;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jspecify.annotations.Nullable;

/** Lists, sets and maps: records as rows, maps as pairs, the rest as Java prints it. */
final class CollectionLook {
  private static final int ROWS = 20;
  private static final int ITEMS = 100;

  private CollectionLook() {}

  static Bundle render(Collection<?> items) {
    Object first = items.isEmpty() ? null : items.iterator().next();
    if (first instanceof Record record && sameType(items, record.getClass())) {
      return RecordLook.table(items, record.getClass());
    }
    return Bundle.of(text(items));
  }

  static Bundle render(Map<?, ?> map) {
    if (map.isEmpty()) {
      return Bundle.of("{}");
    }
    Grid.Builder grid = Grid.titled(kind(map) + " of " + entries(map.size())).heads("key", "value");
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    for (int i = 0; i < ROWS && entries.hasNext(); i++) {
      Map.Entry<?, ?> entry = entries.next();
      grid.row(Cell.text(Element.text(entry.getKey())), value(map, entry.getValue()));
    }
    if (map.size() > ROWS) {
      grid.note("the first " + ROWS + " of " + map.size());
    }
    return grid.build().show();
  }

  /** The JDK's own maps have names that nobody writes, such as {@code MapN}. */
  private static String kind(Map<?, ?> map) {
    Class<?> type = map.getClass();
    return java.lang.reflect.Modifier.isPublic(type.getModifiers()) ? type.getSimpleName() : "Map";
  }

  private static Cell value(Map<?, ?> map, @Nullable Object value) {
    return value == map ? Cell.text("(this Map)") : Element.cell(value);
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static boolean sameType(Collection<?> items, Class<?> type) {
    return items.stream().limit(ITEMS).allMatch(type::isInstance);
  }

  private static String text(Collection<?> items) {
    List<String> shown = new ArrayList<>();
    Iterator<?> each = items.iterator();
    while (each.hasNext() && shown.size() < ITEMS) {
      Object item = each.next();
      shown.add(item == items ? "(this Collection)" : Element.text(item));
    }
    int more = items.size() - shown.size();
    return "[" + String.join(", ", shown) + (more > 0 ? ", … " + more + " more" : "") + "]";
  }
}
