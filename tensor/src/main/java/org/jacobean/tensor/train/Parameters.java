package org.jacobean.tensor.train;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.tensor.Tensor;

/** The tensors in a record of tensors and records, in the order of its components. */
public final class Parameters {
  private Parameters() {}

  public static List<Tensor> of(Object parameters) {
    return new ArrayList<>(named(parameters).values());
  }

  /** The same by path: {@code hidden.w}; a tensor alone has the path "". */
  public static Map<String, Tensor> named(Object parameters) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    gather("", parameters, all);
    return all;
  }

  private static void gather(String path, Object value, Map<String, Tensor> into) {
    if (value instanceof Tensor t) into.put(path, t);
    if (!(value instanceof Record)) return;
    for (RecordComponent c : value.getClass().getRecordComponents()) {
      Object v = read(c, value);
      String name = path.isEmpty() ? c.getName() : path + "." + c.getName();
      if (c.getType() == double.class || c.getType() == double[].class)
        throw new IllegalArgumentException(
            "`"
                + name
                + "` is a "
                + c.getType().getSimpleName()
                + ", which a step cannot change in place: make it a Tensor, as by Tensor.scalar(…)");
      if (v != null) gather(name, v, into);
    }
  }

  private static Object read(RecordComponent c, Object record) {
    try {
      c.getAccessor().setAccessible(true);
      return c.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("The component " + c + " cannot be read", e);
    }
  }

  /** How many numbers they are. */
  public static int size(Object parameters) {
    return of(parameters).stream().mapToInt(Tensor::size).sum();
  }

  /** All numbers one after another. */
  public static double[] flat(Object parameters) {
    return of(parameters).stream()
        .flatMapToDouble(t -> java.util.Arrays.stream(t.toArray()))
        .toArray();
  }

  /** Puts numbers in place of those there. */
  public static void set(Object parameters, double[] flat) {
    int[] at = {0};
    for (Tensor t : of(parameters))
      Tensor.change(
          1,
          (x, n) -> {
            System.arraycopy(flat, at[0], x[0], 0, n);
            at[0] += n;
          },
          t);
  }

  /** Gives the memory of all of them back. */
  public static void free(Object parameters) {
    of(parameters).forEach(Tensor::free);
  }
}
