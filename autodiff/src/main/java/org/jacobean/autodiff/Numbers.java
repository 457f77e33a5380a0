package org.jacobean.autodiff;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.jacobean.autodiff.error.EngineFault;
import org.jspecify.annotations.Nullable;

/** The doubles and floats a value consists of, in order: of arrays, records and boxes. */
final class Numbers {
  private final List<String> names = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  static Numbers of(List<String> names, @Nullable Object... parts) {
    Numbers n = new Numbers();
    for (int i = 0; i < parts.length; i++) n.read(names.get(i), parts[i]);
    return n;
  }

  List<String> names() {
    return names;
  }

  double[] values() {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private void read(String name, @Nullable Object o) {
    if (o instanceof Double || o instanceof Float) {
      names.add(name);
      values.add(((Number) o).doubleValue());
    } else if (o != null && real(o.getClass())) {
      for (int i = 0; i < Array.getLength(o); i++) read(name + "[" + i + "]", Array.get(o, i));
    } else if (o instanceof Record r) {
      for (RecordComponent c : r.getClass().getRecordComponents())
        read(name + "." + c.getName(), component(c, r));
    }
  }

  private static boolean real(Class<?> c) {
    Class<?> k = c;
    while (k.isArray()) k = k.getComponentType();
    return c.isArray() && (k == double.class || k == float.class);
  }

  /** A value of the same shape that consists of other numbers. */
  static @Nullable Object like(@Nullable Object o, PrimitiveIterator.OfDouble numbers) {
    if (o instanceof Double) return numbers.nextDouble();
    if (o instanceof Float) return (float) numbers.nextDouble();
    if (o != null && real(o.getClass())) return array(o, numbers);
    return o instanceof Record r ? record(r, numbers) : o;
  }

  private static Object array(Object o, PrimitiveIterator.OfDouble numbers) {
    int n = Array.getLength(o);
    Object out = Array.newInstance(o.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) Array.set(out, i, like(Array.get(o, i), numbers));
    return out;
  }

  private static Object record(Record r, PrimitiveIterator.OfDouble numbers) {
    RecordComponent[] cs = r.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[cs.length];
    @Nullable Object[] values = new Object[cs.length];
    for (int k = 0; k < cs.length; k++) {
      types[k] = cs[k].getType();
      values[k] = like(component(cs[k], r), numbers);
    }
    try {
      Constructor<?> c = r.getClass().getDeclaredConstructor(types);
      c.setAccessible(true);
      return c.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("The record " + r + " could not be made again", e);
    }
  }

  private static @Nullable Object component(RecordComponent c, Record r) {
    try {
      c.getAccessor().setAccessible(true);
      return c.getAccessor().invoke(r);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("A record component could not be read: " + c, e);
    }
  }
}
