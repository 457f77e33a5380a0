package org.jacobean.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Arithmetic of shapes. */
final class Shapes {
  private Shapes() {}

  static int size(int... shape) {
    long n = 1;
    for (int s : shape) n *= s;
    if (n > Integer.MAX_VALUE / 8)
      throw TensorException.of("shape " + text(shape), n + " numbers are more than a tensor holds");
    return (int) n;
  }

  /** Strides of numbers laid out row by row. */
  static int[] strides(int... shape) {
    int[] s = new int[shape.length];
    int step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      s[i] = step;
      step *= shape[i];
    }
    return s;
  }

  /** As people write it: {@code 2×3}; a single number has shape {@code ()}. */
  static String text(int... shape) {
    return shape.length == 0
        ? "()"
        : Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }

  /** The shape two shapes stretch to together. */
  static int[] broadcast(String operation, int[] a, int[] b) {
    if (Arrays.equals(a, b)) return a;
    int rank = Math.max(a.length, b.length);
    int[] out = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int x = i <= a.length ? a[a.length - i] : 1;
      int y = i <= b.length ? b[b.length - i] : 1;
      if (x != y && x != 1 && y != 1) throw mismatch(operation, a, b, x, y, rank - i);
      out[rank - i] = x == 1 ? y : x;
    }
    return out;
  }

  private static TensorException mismatch(
      String operation, int[] a, int[] b, int x, int y, int axis) {
    return TensorException.of(
        operation,
        text(a)
            + " and "
            + text(b)
            + " do not fit: along axis "
            + axis
            + " they have "
            + x
            + " and "
            + y
            + "; sizes must be equal or 1");
  }

  /** An axis counted from the end when negative. */
  static int axis(String operation, int axis, int[] shape) {
    int a = axis < 0 ? axis + shape.length : axis;
    if (a < 0 || a >= shape.length)
      throw TensorException.of(operation, "there is no axis " + axis + " in " + text(shape));
    return a;
  }

  /** All axes when none is named. */
  static boolean[] axes(String operation, int[] shape, int... named) {
    boolean[] b = new boolean[shape.length];
    if (named.length == 0) Arrays.fill(b, true);
    for (int a : named) b[axis(operation, a, shape)] = true;
    return b;
  }

  /** The shape with size 1 along some axes. */
  static int[] kept(int[] shape, boolean[] axes) {
    int[] s = shape.clone();
    for (int i = 0; i < s.length; i++) if (axes[i]) s[i] = 1;
    return s;
  }

  /** The shape without some axes. */
  static int[] without(int[] shape, boolean[] axes) {
    int[] s = new int[shape.length];
    int n = 0;
    for (int i = 0; i < shape.length; i++) if (!axes[i]) s[n++] = shape[i];
    return Arrays.copyOf(s, n);
  }

  /** A shape with −1 worked out. */
  static int[] inferred(int size, int... shape) {
    int[] s = shape.clone();
    int known = 1;
    int open = -1;
    for (int i = 0; i < s.length; i++) {
      if (s[i] == -1) open = i;
      else known *= s[i];
    }
    if (open >= 0 && known > 0) s[open] = size / known;
    return s;
  }

  static int[] with(int[] shape, int axis, int size) {
    int[] s = shape.clone();
    s[axis] = size;
    return s;
  }
}
