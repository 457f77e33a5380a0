package org.jacobean.autodiff.trace.copy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.rewrite.Border;
import org.jspecify.annotations.Nullable;

/**
 * The doubles of a live object as parameters: fields, array elements, boxes in lists and maps, each
 * with a path such as {@code layers[0].weights[3]}.
 */
public final class Parameters {
  private final Set<String> names;
  private final Map<String, Double> inputs = new LinkedHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final DoubleUnaryOperator tag;

  /**
   * @param names fields to differentiate by, with all they hold; none means all
   * @param tag makes a value active
   */
  public Parameters(Set<String> names, DoubleUnaryOperator tag) {
    this.names = names;
    this.tag = tag;
  }

  /** Active values by path, in the order they were met. */
  public Map<String, Double> inputs() {
    return inputs;
  }

  /** Makes the doubles of a copy active. */
  public void activate(Object copy) {
    activate(copy, "", names.isEmpty());
    if (inputs.isEmpty()) {
      throw new BadArgument(
          names.isEmpty()
              ? "A " + copy.getClass().getName() + " holds no doubles to differentiate by"
              : "There are no doubles under "
                  + names
                  + " in a "
                  + copy.getClass().getName()
                  + "; name fields that hold doubles, arrays or lists of them");
    }
  }

  private void activate(@Nullable Object o, String path, boolean chosen) {
    if (o == null || !seen.add(o)) {
      return;
    }
    if (o instanceof double[] a) {
      for (int i = 0; chosen && i < a.length; i++) {
        a[i] = active(a[i], path + "[" + i + "]");
      }
    } else if (o instanceof Object[] a) {
      for (int i = 0; i < a.length; i++) {
        String at = path + "[" + i + "]";
        if (a[i] instanceof Double d) {
          a[i] = chosen ? (Object) active(d, at) : d;
        } else {
          activate(a[i], at, chosen);
        }
      }
    } else if (o instanceof List<?> l) {
      list(l, path, chosen);
    } else if (o instanceof Map<?, ?> m) {
      map(m, path, chosen);
    } else if (!Border.staysOutside(o.getClass())
        && !(o instanceof Enum)
        && !o.getClass().isHidden()) {
      fields(o, path, chosen);
    }
  }

  private double active(double v, String path) {
    double a = tag.applyAsDouble(v);
    inputs.put(path, a);
    return a;
  }

  @SuppressWarnings("unchecked")
  private void list(List<?> l, String path, boolean chosen) {
    for (int i = 0; i < l.size(); i++) {
      String at = path + "[" + i + "]";
      if (l.get(i) instanceof Double d) {
        if (chosen) {
          double v = d;
          int index = i;
          set(() -> ((List<Object>) l).set(index, active(v, at)), at);
        }
      } else {
        activate(l.get(i), at, chosen);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void map(Map<?, ?> m, String path, boolean chosen) {
    for (Map.Entry<?, ?> e : m.entrySet()) {
      String at = path + "[" + e.getKey() + "]";
      if (e.getValue() instanceof Double d) {
        if (chosen) {
          set(() -> ((Map.Entry<Object, Object>) e).setValue(active(d, at)), at);
        }
      } else {
        activate(e.getValue(), at, chosen);
      }
    }
  }

  private static void set(Runnable change, String path) {
    try {
      change.run();
    } catch (UnsupportedOperationException e) {
      throw new BadArgument(
          "The collection that holds "
              + path
              + " cannot be changed, so no derivative is taken by"
              + " its elements; use an ArrayList or HashMap, or an array");
    }
  }

  private void fields(Object o, String path, boolean chosen) {
    for (Class<?> c = o.getClass(); c != null && !Border.staysOutside(c); c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        int how = f.getModifiers();
        if (!Modifier.isStatic(how) && !Modifier.isTransient(how) && !f.isSynthetic()) {
          String at = path.isEmpty() ? f.getName() : path + "." + f.getName();
          field(o, f, at, chosen || names.contains(f.getName()) || names.contains(at));
        }
      }
    }
  }

  private void field(Object o, Field f, String path, boolean chosen) {
    try {
      f.setAccessible(true);
      Object v = f.get(o);
      if (v instanceof Double d) {
        if (chosen) {
          f.set(o, active(d, path));
        }
      } else if (!f.getType().isPrimitive()) {
        activate(v, path, chosen);
      }
    } catch (IllegalAccessException e) {
      throw new EngineFault("the field " + f + " cannot be made active", e);
    }
  }
}
