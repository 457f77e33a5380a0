package org.jacobean.autodiff.trace.copy;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.rewrite.Border;
import org.jspecify.annotations.Nullable;

/**
 * An object of the same classes and structure as another, with derivatives where that has doubles:
 * by path, and 0 where none was taken. What is no number stays the original's.
 */
public final class LikeOriginal {
  private final Map<String, Double> derivatives;
  private final Map<Object, Object> made = new IdentityHashMap<>();

  public LikeOriginal(Map<String, Double> derivatives) {
    this.derivatives = derivatives;
  }

  /** The object whose doubles are derivatives. */
  public Object of(Object original) {
    return Objects.requireNonNull(like(original, ""));
  }

  private @Nullable Object like(@Nullable Object o, String path) {
    if (o == null || o instanceof Enum || o.getClass().isHidden()) {
      return o;
    }
    if (o instanceof Double) {
      return derivatives.getOrDefault(path, 0.0);
    }
    Object known = made.get(o);
    if (known != null) {
      return known;
    }
    if (o.getClass().isArray()) {
      return array(o, path);
    }
    if (o instanceof List<?> l) {
      List<@Nullable Object> out = new ArrayList<>();
      made.put(o, out);
      for (int i = 0; i < l.size(); i++) {
        out.add(like(l.get(i), path + "[" + i + "]"));
      }
      return out;
    }
    if (o instanceof Map<?, ?> m) {
      Map<Object, @Nullable Object> out = new LinkedHashMap<>();
      made.put(o, out);
      m.forEach((k, v) -> out.put(k, like(v, path + "[" + k + "]")));
      return out;
    }
    if (Border.staysOutside(o.getClass())) {
      return o;
    }
    return o instanceof Record ? record(o, path) : fields(o, path);
  }

  private Object array(Object a, String path) {
    int n = Array.getLength(a);
    Object out = Array.newInstance(a.getClass().getComponentType(), n);
    made.put(a, out);
    for (int i = 0; i < n; i++) {
      Array.set(out, i, like(Array.get(a, i), path + "[" + i + "]"));
    }
    return out;
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Object record(Object o, String path) {
    RecordComponent[] components = o.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        Object v = components[i].getAccessor().invoke(o);
        values[i] = like(v, at(path, components[i].getName()));
      }
      Constructor<?> k = o.getClass().getDeclaredConstructor(types);
      k.setAccessible(true);
      Object out = k.newInstance(values);
      made.put(o, out);
      return out;
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the gradient cannot be put into a " + o.getClass().getName(), e);
    }
  }

  private Object fields(Object o, String path) {
    Object out = Blanks.of(o.getClass());
    made.put(o, out);
    for (Class<?> c = o.getClass(); !Border.staysOutside(c); c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers())) {
          field(o, out, f, path);
        }
      }
    }
    return out;
  }

  private void field(Object from, Object to, Field f, String path) {
    try {
      f.setAccessible(true);
      Object v = f.get(from);
      boolean other = f.isSynthetic() || Modifier.isTransient(f.getModifiers());
      f.set(to, other ? v : like(v, at(path, f.getName())));
    } catch (IllegalAccessException e) {
      throw new EngineFault("the gradient cannot be put into " + f, e);
    }
  }
}
