package org.jacobean.magics.diff;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number among the parameters with the partial derivative by it.
 *
 * @param name such as {@code x}, {@code w[2]}, {@code layer.bias[0]}
 */
public record Entry(String name, double value, double partial) {

  /** The numbers of a parameter in order, whatever holds them. */
  static List<Entry> of(String name, @Nullable Object value, @Nullable Object partial) {
    List<Entry> entries = new ArrayList<>();
    collect(name, value, partial, entries);
    return entries;
  }

  private static void collect(
      String name, @Nullable Object value, @Nullable Object partial, List<Entry> into) {
    if (value instanceof Number number) {
      double d = partial instanceof Number p ? p.doubleValue() : 0;
      into.add(new Entry(name, number.doubleValue(), d));
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Object inner = partial == null ? null : read(component, partial);
        collect(name + "." + component.getName(), read(component, record), inner, into);
      }
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        Object inner = partial == null ? null : Array.get(partial, i);
        collect(name + "[" + i + "]", Array.get(value, i), inner, into);
      }
    }
  }

  static @Nullable Object read(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record component " + component + " is not readable", e);
    }
  }
}
