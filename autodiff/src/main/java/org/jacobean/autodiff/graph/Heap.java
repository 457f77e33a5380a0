package org.jacobean.autodiff.graph;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What arrays and fields hold while a program is interpreted. Real arrays keep their numbers in
 * ordinary arrays and their nodes beside; fields written stay here, so that the caller's objects
 * are not touched.
 */
final class Heap {
  private static final Object STATICS = new Object();

  private final Map<Object, @Nullable Node[]> nodes = new IdentityHashMap<>();
  private final Map<Object, Map<String, @Nullable Object>> fields = new IdentityHashMap<>();

  Real load(Object array, int index) {
    @Nullable Node[] beside = nodes.get(array);
    double value = array instanceof float[] f ? f[index] : ((double[]) array)[index];
    return new Real(value, beside == null ? null : beside[index]);
  }

  void store(Object array, int index, Real real) {
    if (array instanceof float[] f) {
      f[index] = (float) real.value();
    } else {
      ((double[]) array)[index] = real.value();
    }
    if (real.active() || nodes.containsKey(array)) {
      beside(array)[index] = real.node();
    }
  }

  /** Puts a boxed number into an array of objects; its node lies beside, as for doubles. */
  void storeBoxed(Object array, int index, Real real, Object box) {
    Array.set(array, index, box);
    if (real.active() || nodes.containsKey(array)) {
      beside(array)[index] = real.node();
    }
  }

  /** The node of an array's element, if it has one. */
  @Nullable Node nodeAt(Object array, int index) {
    @Nullable Node[] beside = nodes.get(array);
    return beside == null ? null : beside[index];
  }

  void forget(Object array, int index) {
    @Nullable Node[] beside = nodes.get(array);
    if (beside != null) {
      beside[index] = null;
    }
  }

  private @Nullable Node[] beside(Object array) {
    return nodes.computeIfAbsent(array, a -> new Node[Array.getLength(a)]);
  }

  /** Whether an element of the array depends on an input. */
  boolean isActive(@Nullable Object array) {
    @Nullable Node[] beside = array == null ? null : nodes.get(array);
    boolean own = beside != null && Arrays.stream(beside).anyMatch(n -> n != null);
    return own || (array instanceof Object[] rows && Arrays.stream(rows).anyMatch(this::isActive));
  }

  /** Copies elements with their nodes, as System.arraycopy does. */
  @SuppressWarnings("SuspiciousSystemArraycopy")
  void copy(Object from, int start, Object to, int at, int length) {
    System.arraycopy(from, start, to, at, length);
    @Nullable Node[] source = nodes.get(from);
    if (source != null) {
      System.arraycopy(source, start, beside(to), at, length);
    } else if (nodes.containsKey(to)) {
      Arrays.fill(beside(to), at, at + length, null);
    }
  }

  boolean has(@Nullable Object owner, String field) {
    return fields.getOrDefault(owner == null ? STATICS : owner, Map.of()).containsKey(field);
  }

  @Nullable Object get(@Nullable Object owner, String field) {
    return fields.getOrDefault(owner == null ? STATICS : owner, Map.of()).get(field);
  }

  void put(@Nullable Object owner, String field, @Nullable Object value) {
    fields.computeIfAbsent(owner == null ? STATICS : owner, o -> new HashMap<>()).put(field, value);
  }
}
