package org.jacobean.autodiff.graph;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import org.jacobean.autodiff.error.BadArgument;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Makes arguments into inputs: numbers by name, elements as w[0], components as p.x. */
final class Inputs {
  private final Machine machine;

  Inputs(Machine machine) {
    this.machine = machine;
  }

  @Nullable Object of(String name, Type type, @Nullable Object value) {
    boolean real = type.getSort() == Type.DOUBLE || type.getSort() == Type.FLOAT;
    if (real || value instanceof Double || value instanceof Float) {
      return number(name, type, value);
    }
    if (type.getSort() < Type.ARRAY) {
      return wholeNumber(name, type, value);
    }
    return value == null ? null : object(name, type, value);
  }

  private Real number(String name, Type type, @Nullable Object value) {
    if (!(value instanceof Number n)) {
      throw new BadArgument("`" + name + "` needs a number, and got " + value);
    }
    double d = type.getSort() == Type.FLOAT ? n.floatValue() : n.doubleValue();
    return machine.recorder.input(name, d);
  }

  private static Object wholeNumber(String name, Type type, @Nullable Object value) {
    Object v = Values.fromJava(value, type);
    if (!(v instanceof Number n)) {
      throw new BadArgument(
          "`" + name + "` needs a value of type " + type.getClassName() + ", and got " + value);
    }
    return type.getSort() == Type.LONG ? (Object) n.longValue() : (Object) n.intValue();
  }

  private Object object(String name, Type type, Object value) {
    if (type.getSort() == Type.ARRAY
        && !type.getDescriptor().contains("L")
        && !value.getClass().descriptorString().equals(type.getDescriptor())) {
      throw new BadArgument(
          "`"
              + name
              + "` needs a "
              + type.getClassName()
              + ", and got a "
              + value.getClass().getSimpleName());
    }
    if (value.getClass().isArray()) {
      return array(name, value);
    }
    if (value instanceof Record) {
      components(name, value);
    }
    return value;
  }

  /** A copy, so that the caller's array is not written to. */
  private Object array(String name, Object array) {
    int n = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) {
      String element = name + "[" + i + "]";
      Object value = Array.get(array, i);
      if (array instanceof double[] || array instanceof float[]) {
        machine.heap.store(
            copy, i, machine.recorder.input(element, ((Number) value).doubleValue()));
      } else {
        boolean row = value != null && value.getClass().isArray();
        Array.set(copy, i, row ? array(element, value) : value);
      }
    }
    return copy;
  }

  private void components(String name, Object record) {
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      Object value = Reflection.get(record, c);
      String component = name + "." + c.getName();
      machine.heap.put(record, c.getName(), of(component, Type.getType(c.getType()), value));
    }
  }
}
