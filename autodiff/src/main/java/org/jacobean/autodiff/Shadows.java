package org.jacobean.autodiff;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.runtime.Memory;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Adjoints of parameters: zeros of their shape before a reverse sweep, partial derivatives after
 * it.
 */
final class Shadows {
  private final Signature signature;
  private final boolean[] active;

  Shadows(Signature signature, boolean[] active) {
    this.signature = signature;
    this.active = active;
  }

  @SuppressWarnings("NullAway") // an active array was checked not to be null
  void clear(Frame f) {
    for (int i = 0; i < active.length; i++)
      f.shadows[i] =
          active[i] && gathers(signature.leaves().get(i)) ? Arguments.zeros(f.refs[i]) : null;
    Arrays.fill(f.adjoints, 0);
  }

  /** Lays the leaves of a direction out as the tangents of group 0. */
  void direct(Frame f, Object direction) {
    Frame d = new Frame(active.length, 1, 1);
    signature.put(d, signature.bound(), direction);
    for (int i = 0; i < active.length; i++) {
      if (!active[i]) continue;
      Leaf l = signature.leaves().get(i);
      f.adjoints[i] = d.numbers[i];
      f.shadows[i] = gathers(l) ? Memory.copy(d.refs[i]) : d.refs[i];
    }
  }

  /** Whether adjoints are added to an array; of a number or value they are set. */
  private static boolean gathers(Leaf l) {
    return !l.number() && !l.value();
  }

  /**
   * What the sweep left, parameter by parameter, from one group of leaves (group 0 for plain
   * reverse).
   */
  Partials read(Frame f, int group, @Nullable Object... args) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (int p = signature.bound(); p < signature.names().size(); p++) {
      Object v = parameter(f, group * active.length, p, args[p - signature.bound()]);
      if (v != null) out.put(signature.names().get(p), v);
    }
    return new Partials(out);
  }

  private @Nullable Object parameter(Frame f, int base, int p, @Nullable Object original) {
    for (int i = 0; i < active.length; i++) {
      Leaf l = signature.leaves().get(i);
      if (l.parameter() != p || !active[i]) continue;
      return l.path().isEmpty() ? leaf(f, base, i) : record(f, base, p, original, 0, l);
    }
    return null;
  }

  private @Nullable Object leaf(Frame f, int base, int i) {
    Leaf l = signature.leaves().get(i);
    if (!active[i]) return null;
    if (l.type().getSort() == Type.FLOAT) return (float) f.adjoints[base + i];
    return l.number() ? (Object) f.adjoints[base + i] : f.shadows[base + i];
  }

  /**
   * A record of the same type whose differentiable components are partial derivatives and whose
   * others stay.
   */
  private Object record(Frame f, int base, int p, @Nullable Object original, int depth, Leaf like) {
    Class<?> type = like.path().get(depth).getDeclaringRecord();
    RecordComponent[] cs = type.getRecordComponents();
    Object[] values = new Object[cs.length];
    Class<?>[] types = new Class<?>[cs.length];
    for (int k = 0; k < cs.length; k++) {
      types[k] = cs[k].getType();
      values[k] = component(f, base, p, original, depth, like, cs[k]);
    }
    return construct(type, types, values);
  }

  private @Nullable Object component(
      Frame f,
      int base,
      int p,
      @Nullable Object original,
      int depth,
      Leaf like,
      RecordComponent c) {
    Object old = original == null ? null : read(c, original);
    for (int i = 0; i < active.length; i++) {
      Leaf l = signature.leaves().get(i);
      boolean here =
          l.parameter() == p
              && l.path().size() > depth
              && names(l, depth).equals(names(like, depth))
              && l.path().get(depth).getName().equals(c.getName());
      if (!here) continue;
      if (l.path().size() > depth + 1) return record(f, base, p, old, depth + 1, l);
      Object v = leaf(f, base, i);
      return v != null ? v : l.number() ? (Object) 0.0 : old;
    }
    return old;
  }

  /**
   * Components on the way to a leaf, by name: reflection makes new component objects each time it
   * is asked.
   */
  private static List<String> names(Leaf l, int depth) {
    return l.path().subList(0, depth).stream().map(RecordComponent::getName).toList();
  }

  private static Object read(RecordComponent c, Object record) {
    try {
      c.getAccessor().setAccessible(true);
      return c.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("A record component could not be read: " + c, e);
    }
  }

  private static Object construct(Class<?> type, Class<?>[] types, Object[] values) {
    try {
      Constructor<?> k = type.getDeclaredConstructor(types);
      k.setAccessible(true);
      return k.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("The gradient could not be put into a " + type.getName(), e);
    }
  }
}
