package org.jacobean.autodiff.runtime;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Copies and zeros of arrays of any depth, for the ends of a sweep. */
public final class Memory {
  private Memory() {}

  /** The shadow handed in, or zeros of the array's shape where none was. */
  public static @Nullable Object shadow(@Nullable Object given, @Nullable Object array) {
    return given != null || array == null ? given : zeros(array);
  }

  static Object zeros(Object array) {
    if (array instanceof double[] a) return new double[a.length];
    if (array instanceof float[] a) return new float[a.length];
    int n = Array.getLength(array);
    Object out = Array.newInstance(array.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) {
      Object row = Array.get(array, i);
      if (row != null) Array.set(out, i, zeros(row));
    }
    return out;
  }

  /**
   * A deep copy, so that a function that overwrites its argument leaves the caller's array alone.
   */
  public static @Nullable Object copy(@Nullable Object array) {
    if (array == null) return null;
    if (array instanceof double[] a) return a.clone();
    if (array instanceof float[] a) return a.clone();
    if (array instanceof int[] a) return a.clone();
    if (array instanceof long[] a) return a.clone();
    if (array instanceof boolean[] a) return a.clone();
    int n = Array.getLength(array);
    Object out = Array.newInstance(array.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) {
      Object row = Array.get(array, i);
      Array.set(out, i, row != null && row.getClass().isArray() ? copy(row) : row);
    }
    return out;
  }

  /** Adds a seed to the shadow of an array result. */
  public static void seed(@Nullable Object shadow, @Nullable Object seed) {
    if (shadow == null || seed == null) return;
    if (Array.getLength(shadow) != Array.getLength(seed))
      throw new SeedLength(Array.getLength(shadow), Array.getLength(seed));
    if (shadow instanceof double[] s && seed instanceof double[] w) {
      for (int i = 0; i < s.length; i++) s[i] += w[i];
    } else if (shadow instanceof float[] s) {
      for (int i = 0; i < s.length; i++) s[i] += ((Number) Array.get(seed, i)).floatValue();
    } else {
      Object[] rows = (Object[]) shadow;
      for (int i = 0; i < rows.length; i++) seed(rows[i], Array.get(seed, i));
    }
  }
}
