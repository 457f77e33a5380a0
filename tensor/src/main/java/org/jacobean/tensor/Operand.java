package org.jacobean.tensor;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * A matrix, or a stack of them, as BLAS wants it: row by row or column by column, evenly spaced.
 */
final class Operand {
  private final Tensor t;

  /** Whether it lies column by column. */
  final boolean turned;

  /** From one row (or column) to the next. */
  final int step;

  private Operand(Tensor t, boolean turned) {
    this.t = t;
    this.turned = turned;
    step = Math.max(turned ? column(t) : row(t), Math.max(1, turned ? rows() : columns()));
  }

  static Operand of(Tensor x) {
    Tensor t = x.detach();
    if (fits(row(t), column(t), t.shape[t.rank() - 2], t.shape[t.rank() - 1]))
      return new Operand(t, false);
    if (fits(column(t), row(t), t.shape[t.rank() - 1], t.shape[t.rank() - 2]))
      return new Operand(t, true);
    return new Operand(Movement.contiguous(t), false);
  }

  private static boolean fits(int far, int near, int count, int width) {
    return (near == 1 || width == 1) && (far >= width || count == 1);
  }

  private static int row(Tensor t) {
    return t.strides[t.rank() - 2];
  }

  private static int column(Tensor t) {
    return t.strides[t.rank() - 1];
  }

  int rows() {
    return t.shape[t.rank() - 2];
  }

  int columns() {
    return t.shape[t.rank() - 1];
  }

  /** Where a matrix of the stack begins. */
  int start(int number) {
    int at = t.offset;
    int rest = number;
    for (int i = t.rank() - 3; i >= 0; i--) {
      at += rest % t.shape[i] * t.strides[i];
      rest /= t.shape[i];
    }
    return at;
  }

  FloatBuffer floats(int at) {
    return from(t.storage.floats(), at);
  }

  DoubleBuffer doubles(int at) {
    return from(t.storage.doubles(), at);
  }

  static FloatBuffer from(FloatBuffer b, int at) {
    return at == 0 ? b : b.slice(at, b.capacity() - at);
  }

  static DoubleBuffer from(DoubleBuffer b, int at) {
    return at == 0 ? b : b.slice(at, b.capacity() - at);
  }
}
