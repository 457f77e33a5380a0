package org.jacobean.tensor;

/** Goes through tensors block by block: numbers are copied to Java arrays, where loops are fast. */
final class Blocks {
  /** A function of a block of numbers, into the same or another array. */
  @FunctionalInterface
  interface Map {
    void apply(double[] x, double[] r, int n);
  }

  /** A function of two blocks. */
  @FunctionalInterface
  interface Zip {
    void apply(double[] x, double[] y, double[] r, int n);
  }

  /** A function of a block of floats, where going by doubles would cost. */
  @FunctionalInterface
  interface FloatMap {
    void apply(float[] x, float[] r, int n);
  }

  /** A function of two blocks of floats. */
  @FunctionalInterface
  interface FloatZip {
    void apply(float[] x, float[] y, float[] r, int n);
  }

  /** What to do with a block of numbers. */
  @FunctionalInterface
  interface Use {
    void block(double[] x, int n);
  }

  private Blocks() {}

  static Tensor map(Tensor a, Map f) {
    Tensor r = new Tensor(a.type(), a.shape);
    double[] x = Scratch.block(0);
    double[] y = Scratch.block(1);
    int size = r.size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      read(a, i, n, x, 0);
      f.apply(x, y, n);
      r.storage.write(i, y, n);
    }
    return r;
  }

  /** The same function for doubles and for floats. */
  static Tensor map(Tensor a, Map f, FloatMap g) {
    if (a.type() != DType.FLOAT32) return map(a, f);
    Tensor r = new Tensor(a.type(), a.shape);
    float[] x = Scratch.single(0);
    float[] y = Scratch.single(1);
    int size = r.size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      read(a, i, n, x, 0);
      g.apply(x, y, n);
      r.storage.write(i, y, n);
    }
    return r;
  }

  /** The same function for doubles and for floats. */
  static Tensor zip(Tensor a, Tensor b, Zip f, FloatZip g) {
    if (a.type() != DType.FLOAT32) return zip(a, b, f);
    Tensor r = new Tensor(a.type(), a.shape);
    float[] x = Scratch.single(0);
    float[] y = Scratch.single(1);
    float[] z = Scratch.single(2);
    int size = r.size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      read(a, i, n, x, 0);
      read(b, i, n, y, 0);
      g.apply(x, y, z, n);
      r.storage.write(i, z, n);
    }
    return r;
  }

  /** Adds to the numbers a view shows. */
  static void increase(Tensor view, Tensor by) {
    int last = view.shape.length - 1;
    int inner = last < 0 ? 1 : view.shape[last];
    int stride = last < 0 ? 1 : view.strides[last];
    double[] x = new double[inner];
    double[] y = new double[inner];
    for (int i = 0; i < view.size(); i += inner) {
      int at = row(view, i / inner);
      view.storage.read(at, stride, inner, x, 0);
      read(by, i, inner, y, 0);
      for (int j = 0; j < inner; j++) x[j] += y[j];
      if (stride == 1) view.storage.write(at, x, inner);
      else for (int j = 0; j < inner; j++) view.storage.set(at + j * stride, x[j]);
    }
  }

  /** Both tensors have the shape of the result. */
  static Tensor zip(Tensor a, Tensor b, Zip f) {
    Tensor r = new Tensor(a.type(), a.shape);
    double[] x = Scratch.block(0);
    double[] y = Scratch.block(1);
    double[] z = Scratch.block(2);
    int size = r.size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      read(a, i, n, x, 0);
      read(b, i, n, y, 0);
      f.apply(x, y, z, n);
      r.storage.write(i, z, n);
    }
    return r;
  }

  /** The numbers in order. */
  static void each(Tensor a, Use use) {
    double[] x = Scratch.block(0);
    int size = a.size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      read(a, i, n, x, 0);
      use.block(x, n);
    }
  }

  /** Reads the numbers from one place in row order to another. */
  static void read(Tensor t, int from, int count, double[] into, int at) {
    if (t.contiguous()) {
      t.storage.read(t.offset + from, 1, count, into, at);
      return;
    }
    int last = t.shape.length - 1;
    int inner = t.shape[last];
    int stride = t.strides[last];
    int position = from;
    int place = at;
    int left = count;
    while (left > 0) {
      int column = position % inner;
      int n = Math.min(left, inner - column);
      t.storage.read(row(t, position / inner) + column * stride, stride, n, into, place);
      position += n;
      place += n;
      left -= n;
    }
  }

  /** The same for floats. */
  static void read(Tensor t, int from, int count, float[] into, int at) {
    if (t.contiguous()) {
      t.storage.read(t.offset + from, 1, count, into, at);
      return;
    }
    int last = t.shape.length - 1;
    int inner = t.shape[last];
    int stride = t.strides[last];
    int position = from;
    int place = at;
    int left = count;
    while (left > 0) {
      int column = position % inner;
      int n = Math.min(left, inner - column);
      t.storage.read(row(t, position / inner) + column * stride, stride, n, into, place);
      position += n;
      place += n;
      left -= n;
    }
  }

  /** Where a row begins, counted over all axes but the last. */
  private static int row(Tensor t, int number) {
    int at = t.offset;
    int rest = number;
    for (int i = t.shape.length - 2; i >= 0 && rest > 0; i--) {
      at += rest % t.shape[i] * t.strides[i];
      rest /= t.shape[i];
    }
    return at;
  }

  static double[] array(Tensor t) {
    double[] all = new double[t.size()];
    for (int i = 0; i < all.length; i += Scratch.BLOCK)
      read(t, i, Math.min(Scratch.BLOCK, all.length - i), all, i);
    return all;
  }

  static Tensor of(DType type, int[] shape, double[] numbers) {
    Tensor r = new Tensor(type, shape);
    double[] x = Scratch.block(0);
    for (int i = 0; i < numbers.length; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, numbers.length - i);
      System.arraycopy(numbers, i, x, 0, n);
      r.storage.write(i, x, n);
    }
    return r;
  }

  static Tensor filled(DType type, int[] shape, double v) {
    Tensor r = new Tensor(type, shape);
    double[] x = Scratch.block(0);
    int size = r.size();
    java.util.Arrays.fill(x, 0, Math.min(x.length, size), v);
    for (int i = 0; i < size; i += Scratch.BLOCK)
      r.storage.write(i, x, Math.min(Scratch.BLOCK, size - i));
    return r;
  }

  static void change(int written, Tensor.Change f, Tensor... all) {
    fits(written, all);
    double[][] x = new double[all.length][];
    for (int k = 0; k < x.length; k++) x[k] = k < 4 ? Scratch.block(k) : new double[Scratch.BLOCK];
    int size = all[0].size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      for (int k = 0; k < x.length; k++) read(all[k], i, n, x[k], 0);
      f.blocks(x, n);
      for (int k = 0; k < written; k++) all[k].storage.write(all[k].offset + i, x[k], n);
    }
  }

  static void change(int written, Tensor.FloatChange f, Tensor... all) {
    fits(written, all);
    float[][] x = new float[all.length][];
    for (int k = 0; k < x.length; k++) x[k] = k < 4 ? Scratch.single(k) : new float[Scratch.BLOCK];
    int size = all[0].size();
    for (int i = 0; i < size; i += Scratch.BLOCK) {
      int n = Math.min(Scratch.BLOCK, size - i);
      for (int k = 0; k < x.length; k++) read(all[k], i, n, x[k], 0);
      f.blocks(x, n);
      for (int k = 0; k < written; k++) all[k].storage.write(all[k].offset + i, x[k], n);
    }
  }

  private static void fits(int written, Tensor... all) {
    for (int k = 0; k < all.length; k++) {
      if (!java.util.Arrays.equals(all[k].shape, all[0].shape))
        throw TensorException.of(
            "change", Shapes.text(all[0].shape) + " goes with " + Shapes.text(all[k].shape));
      if (k < written && !all[k].contiguous())
        throw TensorException.of("change", "a view that is not in row order cannot be changed");
    }
  }
}
