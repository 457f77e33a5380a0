package org.jacobean.tensor;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a tensor and of its views, outside Java's heap. They live until their scope ends,
 * they are freed, or nobody holds them any more, whichever comes first.
 */
final class Storage {
  private static final Cleaner CLEANER = Cleaner.create();
  final DType type;
  final int size;
  private final Memo memo;
  private boolean outlives;
  private final @Nullable FloatBuffer floats;
  private final @Nullable DoubleBuffer doubles;

  /** Gives the memory back, once; knows nothing of its storage. */
  private static final class Memo implements Runnable {
    private @Nullable ByteBuffer bytes;

    Memo(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public synchronized void run() {
      ByteBuffer b = bytes;
      bytes = null;
      if (b != null) Pool.ALL.giveBack(b);
    }

    boolean live() {
      return bytes != null;
    }
  }

  Storage(DType type, int size) {
    this.type = type;
    this.size = size;
    ByteBuffer b = Pool.ALL.take((long) size * type.bytes());
    b.order(ByteOrder.nativeOrder());
    memo = new Memo(b);
    floats = type == DType.FLOAT32 ? b.asFloatBuffer() : null;
    doubles = type == DType.FLOAT64 ? b.asDoubleBuffer() : null;
    Scope scope = Scope.current();
    if (scope != null) scope.add(this);
    else outlive();
  }

  /** From now on it lives as long as somebody holds it. */
  void outlive() {
    if (!outlives) CLEANER.register(this, memo);
    outlives = true;
  }

  boolean outlives() {
    return outlives;
  }

  void free() {
    memo.run();
  }

  boolean live() {
    return memo.live();
  }

  private void check() {
    if (!memo.live())
      throw TensorException.of(
          "a freed tensor",
          "its memory was given back, by free() or at the end of the scope or derivative it was"
              + " made in; keep() it there to use it later");
  }

  FloatBuffer floats() {
    check();
    return java.util.Objects.requireNonNull(floats);
  }

  DoubleBuffer doubles() {
    check();
    return java.util.Objects.requireNonNull(doubles);
  }

  /** Reads n numbers that lie a stride apart. */
  void read(int start, int stride, int n, double[] into, int at) {
    if (n == 0) return;
    if (stride == 0) Arrays.fill(into, at, at + n, get(start));
    else if (type == DType.FLOAT32) readFloats(start, stride, n, into, at);
    else readDoubles(start, stride, n, into, at);
  }

  private void readFloats(int start, int stride, int n, double[] into, int at) {
    FloatBuffer b = floats();
    if (stride != 1) {
      for (int i = 0; i < n; i++) into[at + i] = b.get(start + i * stride);
      return;
    }
    float[] f = Scratch.floats(n);
    b.get(start, f, 0, n);
    for (int i = 0; i < n; i++) into[at + i] = f[i];
  }

  /** Reads n floats that lie a stride apart. */
  void read(int start, int stride, int n, float[] into, int at) {
    FloatBuffer b = floats();
    if (stride == 1) b.get(start, into, at, n);
    else if (stride == 0) Arrays.fill(into, at, at + n, b.get(start));
    else for (int i = 0; i < n; i++) into[at + i] = b.get(start + i * stride);
  }

  void write(int start, float[] from, int n) {
    floats().put(start, from, 0, n);
  }

  private void readDoubles(int start, int stride, int n, double[] into, int at) {
    DoubleBuffer b = doubles();
    if (stride == 1) b.get(start, into, at, n);
    else for (int i = 0; i < n; i++) into[at + i] = b.get(start + i * stride);
  }

  void write(int start, double[] from, int n) {
    if (type == DType.FLOAT64) {
      doubles().put(start, from, 0, n);
      return;
    }
    float[] f = Scratch.floats(n);
    for (int i = 0; i < n; i++) f[i] = (float) from[i];
    floats().put(start, f, 0, n);
  }

  void set(int i, double v) {
    if (type == DType.FLOAT32) floats().put(i, (float) v);
    else doubles().put(i, v);
  }

  double get(int i) {
    return type == DType.FLOAT32 ? floats().get(i) : doubles().get(i);
  }
}
