package org.jacobean.autodiff.trace;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jacobean.autodiff.trace.copy.Copier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The arguments of a traced call: copies, with the active numbers on the tape. */
final class Inputs {
  private final Tracer tracer;
  private final Frame frame;
  private final Recorder tape;
  private final Copier copier;
  private final @Nullable Tangents tangents;
  private final @Nullable Object[] leaves;
  private final @Nullable Object[] initial;

  Inputs(Tracer tracer, Frame frame, Recorder tape, Copier copier, @Nullable Tangents tangents) {
    this.tracer = tracer;
    this.frame = frame;
    this.tape = tape;
    this.copier = copier;
    this.tangents = tangents;
    this.leaves = new Object[tracer.active.length];
    this.initial = new Object[tracer.active.length];
  }

  /** The leaf as the traced run got it, a number or (nested) array, before it was overwritten. */
  @Nullable Object leaf(int i) {
    return initial[i];
  }

  @Nullable Object[] traced() {
    List<Leaf> all = tracer.signature.leaves();
    for (int i = 0; i < leaves.length; i++) {
      Object v = value(all.get(i), i, frame);
      Object tangent = tangents == null ? null : tangents.of(i);
      leaves[i] = tracer.active[i] ? tag(Objects.requireNonNull(v), tangent) : copier.copy(v);
      initial[i] = tracer.active[i] ? duplicate(leaves[i]) : null;
    }
    return arguments(tracer.signature, leaves, copier);
  }

  private Object tag(Object v, @Nullable Object tangent) {
    if (v instanceof Double d) {
      return number(d, tangent == null ? 0 : (Double) tangent);
    }
    if (v instanceof double[] a) {
      double[] out = new double[a.length];
      double[] t = (double[]) tangent;
      for (int i = 0; i < a.length; i++) {
        out[i] = number(a[i], t == null ? 0 : t[i]);
      }
      return out;
    }
    Object out = Array.newInstance(v.getClass().getComponentType(), Array.getLength(v));
    for (int i = 0; i < Array.getLength(v); i++) {
      Object row = Array.get(v, i);
      if (row != null) {
        Array.set(out, i, tag(row, tangent == null ? null : Array.get(tangent, i)));
      }
    }
    return out;
  }

  private double number(double v, double tangent) {
    return tangents == null ? tape.input(v) : tape.input(v, tangent);
  }

  /** The arguments of the plain call: the user's own objects, but the point is left alone. */
  static @Nullable Object[] plain(Signature s, Frame frame, boolean[] active) {
    @Nullable Object[] leaves = new Object[s.leaves().size()];
    for (int i = 0; i < leaves.length; i++) {
      Object v = value(s.leaves().get(i), i, frame);
      leaves[i] = active[i] ? duplicate(v) : v;
    }
    return arguments(s, leaves, null);
  }

  private static @Nullable Object duplicate(@Nullable Object v) {
    if (v instanceof double[] a) {
      return a.clone();
    }
    if (!(v instanceof Object[] rows)) {
      return v;
    }
    Object[] copy = rows.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = duplicate(copy[i]);
    }
    return copy;
  }

  private static @Nullable Object value(Leaf l, int i, Frame frame) {
    if (!l.number()) {
      return frame.refs[i];
    }
    return l.type().getSort() == Type.FLOAT
        ? (Object) (float) frame.numbers[i]
        : (Object) frame.numbers[i];
  }

  /** Puts leaves together to parameters; records through their canonical constructors. */
  private static @Nullable Object[] arguments(
      Signature s, @Nullable Object[] leaves, @Nullable Copier copier) {
    @Nullable Object[] args = new Object[s.names().size()];
    for (int i = 0; i < leaves.length; i++) {
      Leaf l = s.leaves().get(i);
      if (l.path().isEmpty()) {
        args[l.parameter()] = leaves[i];
      } else if (args[l.parameter()] == null) {
        args[l.parameter()] = record(s, leaves, i, 0, copier);
      }
    }
    return args;
  }

  private static Object record(
      Signature s, @Nullable Object[] leaves, int like, int depth, @Nullable Copier copier) {
    Leaf first = s.leaves().get(like);
    Class<?> type = first.path().get(depth).getDeclaringRecord();
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    int next = like;
    for (int k = 0; k < components.length; k++) {
      Class<?> c = components[k].getType();
      types[k] = copier == null ? c : copier.counterpart(c);
      Leaf l = s.leaves().get(next);
      if (l.path().size() > depth + 1) {
        values[k] = record(s, leaves, next, depth + 1, copier);
        next = after(s, next, depth);
      } else {
        values[k] = leaves[next++];
      }
    }
    return construct(copier == null ? type : copier.counterpart(type), types, values);
  }

  /** The first leaf that belongs to another component at this depth. */
  private static int after(Signature s, int leaf, int depth) {
    Leaf l = s.leaves().get(leaf);
    int next = leaf;
    while (next < s.leaves().size()
        && s.leaves().get(next).parameter() == l.parameter()
        && s.leaves()
            .get(next)
            .path()
            .subList(0, depth + 1)
            .equals(l.path().subList(0, depth + 1))) {
      next++;
    }
    return next;
  }

  private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] values) {
    try {
      Constructor<?> k = type.getDeclaredConstructor(types);
      k.setAccessible(true);
      return k.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the record " + type.getName() + " cannot be built", e);
    }
  }
}
