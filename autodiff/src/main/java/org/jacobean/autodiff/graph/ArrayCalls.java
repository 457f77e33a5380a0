package org.jacobean.autodiff.graph;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Methods that move array elements about: the nodes move with the numbers. */
final class ArrayCalls {
  private final Machine machine;

  ArrayCalls(Machine machine) {
    this.machine = machine;
  }

  boolean knows(Class<?> owner, String name) {
    if (owner == Arrays.class) {
      return name.equals("fill") || name.equals("copyOf") || name.equals("copyOfRange");
    }
    return (owner == System.class && name.equals("arraycopy"))
        || (name.equals("clone") && (owner.isArray() || owner == Object.class));
  }

  @Nullable Object call(
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments,
      Place place) {
    Object first = Values.nonNull(arguments.get(0));
    return switch (name) {
      case "clone" -> copied(first, 0, Array.getLength(first));
      case "copyOf" -> copied(first, 0, Values.integer(arguments.get(1)));
      case "copyOfRange" ->
          copied(first, Values.integer(arguments.get(1)), Values.integer(arguments.get(2)));
      case "fill" -> filled(first, descriptor, arguments);
      case "arraycopy" -> arraycopy(first, arguments);
      default ->
          throw new NotDifferentiable(
              "`" + owner.getSimpleName() + "." + name + "`",
              place.method(),
              place.line(),
              "it cannot be read",
              "write it as a loop");
    };
  }

  private Object copied(Object array, int from, int to) {
    if (from < 0 || from > Array.getLength(array)) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    Object copy = Array.newInstance(array.getClass().getComponentType(), to - from);
    int length = Math.min(to, Array.getLength(array)) - from;
    machine.heap.copy(array, from, copy, 0, length);
    return copy;
  }

  private @Nullable Object filled(
      Object array, String descriptor, List<@Nullable Object> arguments) {
    boolean range = arguments.size() == 4;
    int from = range ? Values.integer(arguments.get(1)) : 0;
    int to = range ? Values.integer(arguments.get(2)) : Array.getLength(array);
    Object value = arguments.get(arguments.size() - 1);
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = from; i < to; i++) {
      if (array instanceof double[] || array instanceof float[]) {
        machine.heap.store(array, i, Values.real(value));
      } else {
        Array.set(array, i, Values.toJava(value, types[types.length - 1]));
      }
    }
    return null;
  }

  private @Nullable Object arraycopy(Object from, List<@Nullable Object> arguments) {
    Object to = Values.nonNull(arguments.get(2));
    int start = Values.integer(arguments.get(1));
    int at = Values.integer(arguments.get(3));
    machine.heap.copy(from, start, to, at, Values.integer(arguments.get(4)));
    return null;
  }
}
