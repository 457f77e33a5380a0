package org.jacobean.autodiff.trace.copy;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.trace.library.OrderCalls;
import org.jacobean.autodiff.trace.rewrite.Border;
import org.jacobean.autodiff.trace.rewrite.CallTable;
import org.jacobean.autodiff.trace.rewrite.World;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Copies live objects into a world, for one trace: each object once, cycles and sharing kept, so
 * that the traced run changes nothing outside.
 */
public final class Copier {
  private final World world;
  private final CallTable table;
  private final StaticState statics;
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  public Copier(World world, CallTable table, StaticState statics) {
    this.world = world;
    this.table = table;
    this.statics = statics;
  }

  World world() {
    return world;
  }

  CallTable table() {
    return table;
  }

  /** The copy of an object, made now or before. */
  public @Nullable Object copy(@Nullable Object o) {
    if (o == null || Shared.asIs(o)) {
      return o;
    }
    Object known = copies.get(o);
    if (known != null) {
      return known;
    }
    if (o instanceof Class<?> c) {
      return counterpart(c);
    }
    if (o.getClass().isArray()) {
      return array(o);
    }
    if (o instanceof Enum<?> e) {
      return constant(e);
    }
    if (o.getClass().isHidden() || o.getClass().isSynthetic()) {
      return remember(o, Lambdas.copy(o, this));
    }
    return Border.staysOutside(o.getClass())
        ? JdkObjects.copy(o, this)
        : fields(o, remember(o, blank(o)));
  }

  /** Notes what stands for an object before its parts are copied, so that cycles end. */
  <T> T remember(Object original, T copy) {
    copies.put(original, copy);
    return copy;
  }

  /** The order of numbers in this world, active ones included. */
  Object naturalOrder() {
    try {
      return world.runtimeClass(OrderCalls.class.getName()).getMethod("naturalOrder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime of tracing cannot be reached", e);
    }
  }

  public Class<?> counterpart(Class<?> c) {
    try {
      return world.counterpart(c);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new NotDifferentiable(
          "The class " + c.getName(),
          Type.getType(c).getClassName(),
          0,
          "it cannot be rewritten (" + e.getMessage() + ")",
          "load it from a jar or directory, or define it in a notebook cell");
    }
  }

  private Object array(Object a) {
    int n = Array.getLength(a);
    Class<?> element = a.getClass().getComponentType();
    if (element.isPrimitive()) {
      Object copy = Array.newInstance(element, n);
      System.arraycopy(a, 0, copy, 0, n);
      return remember(a, copy);
    }
    Object[] copy = (Object[]) remember(a, Array.newInstance(counterpart(element), n));
    for (int i = 0; i < n; i++) {
      copy[i] = copy(((Object[]) a)[i]);
    }
    return copy;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object constant(Enum<?> e) {
    Class c = counterpart(e.getDeclaringClass());
    return c == e.getDeclaringClass() ? e : remember(e, (Object) Enum.valueOf(c, e.name()));
  }

  private Object blank(Object o) {
    Class<?> c = counterpart(o.getClass());
    statics.reach(c);
    Object copy = Blanks.of(c);
    JdkObjects.inherit(o, copy, this);
    return copy;
  }

  private Object fields(Object from, Object to) {
    Class<?> target = to.getClass();
    for (Class<?> c = from.getClass(); !Border.staysOutside(c); c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers())) {
          set(f, from, target, to);
        }
      }
      target = target.getSuperclass();
    }
    return to;
  }

  private void set(Field f, @Nullable Object from, Class<?> target, @Nullable Object to) {
    try {
      f.setAccessible(true);
      Field g = target.getDeclaredField(f.getName());
      g.setAccessible(true);
      g.set(to, f.getType().isPrimitive() ? f.get(from) : copy(f.get(from)));
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the field " + f + " cannot be copied", e);
    }
  }

  /** Gives a rewritten class the static state its original has now. */
  void statics(Class<?> original, Class<?> rewritten) {
    for (Field f : original.getDeclaredFields()) {
      if (Modifier.isStatic(f.getModifiers())) {
        set(f, null, rewritten, null);
      }
    }
  }
}
