package org.jacobean.tensor;

import java.util.Arrays;
import org.jacobean.autodiff.value.Active;
import org.jacobean.autodiff.value.Partial;

/**
 * An array of numbers with any number of axes. Operations give new tensors (views where they only
 * look at the same numbers in another way) and never change one; all have derivatives.
 *
 * <p>Shapes stretch to each other from the last axis on, where sizes are equal or 1. Numbers are
 * float64 unless made of floats or asked otherwise; of two precisions the wider wins.
 */
public final class Tensor extends Active<Tensor> {
  final int[] shape;
  final int[] strides;
  final int offset;
  final Storage storage;

  /** Fresh memory, whose numbers its maker writes. */
  Tensor(DType type, int... shape) {
    this(new Storage(type, Shapes.size(shape)), shape, Shapes.strides(shape), 0);
  }

  private Tensor(Storage storage, int[] shape, int[] strides, int offset) {
    this.storage = storage;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }

  Tensor view(int[] newShape, int[] newStrides, int newOffset) {
    return new Tensor(storage, newShape, newStrides, newOffset);
  }

  @SafeVarargs
  final Tensor is(String operation, Partial<Tensor>... partials) {
    return made(operation, partials);
  }

  // ---- making

  /** A single number. */
  public static Tensor scalar(double x) {
    return Blocks.filled(DType.FLOAT64, new int[0], x);
  }

  public static Tensor of(double... numbers) {
    return Blocks.of(DType.FLOAT64, new int[] {numbers.length}, numbers);
  }

  public static Tensor of(float... numbers) {
    double[] d = new double[numbers.length];
    for (int i = 0; i < d.length; i++) d[i] = numbers[i];
    return Blocks.of(DType.FLOAT32, new int[] {d.length}, d);
  }

  /** Rows of equal length. */
  public static Tensor of(double[][] rows) {
    int n = rows.length == 0 ? 0 : rows[0].length;
    double[] all = new double[rows.length * n];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != n)
        throw TensorException.of(
            "of", "row " + i + " has " + rows[i].length + " numbers, row 0 has " + n);
      System.arraycopy(rows[i], 0, all, i * n, n);
    }
    return Blocks.of(DType.FLOAT64, new int[] {rows.length, n}, all);
  }

  public static Tensor zeros(int... shape) {
    return full(0, shape);
  }

  public static Tensor ones(int... shape) {
    return full(1, shape);
  }

  public static Tensor full(double x, int... shape) {
    return Blocks.filled(DType.FLOAT64, shape.clone(), x);
  }

  /** 0, 1, …, n − 1. */
  public static Tensor arange(int n) {
    return of(java.util.stream.IntStream.range(0, n).asDoubleStream().toArray());
  }

  public static Tensor linspace(double from, double to, int n) {
    double step = n > 1 ? (to - from) / (n - 1) : 0;
    return of(java.util.stream.IntStream.range(0, n).mapToDouble(i -> from + i * step).toArray());
  }

  public static Tensor eye(int n) {
    double[] all = new double[n * n];
    for (int i = 0; i < n; i++) all[i * n + i] = 1;
    return Blocks.of(DType.FLOAT64, new int[] {n, n}, all);
  }

  /** Normally distributed, mean 0 and deviation 1; the same for the same seed. */
  public static Tensor randn(long seed, int... shape) {
    java.util.Random r = new java.util.Random(seed);
    return random(r::nextGaussian, shape);
  }

  /** Uniform from 0 to 1; the same for the same seed. */
  public static Tensor rand(long seed, int... shape) {
    java.util.Random r = new java.util.Random(seed);
    return random(r::nextDouble, shape);
  }

  private static Tensor random(java.util.function.DoubleSupplier next, int... shape) {
    double[] all = new double[Shapes.size(shape)];
    Arrays.setAll(all, i -> next.getAsDouble());
    return Blocks.of(DType.FLOAT64, shape.clone(), all);
  }

  /** A row for each label, 1 at the label's place. */
  public static Tensor oneHot(int[] labels, int classes) {
    return Classification.oneHot(DType.FLOAT64, labels, classes);
  }

  /** A scope: what is made until it is closed is freed then. */
  public static Scope scope() {
    return new Scope();
  }

  // ---- looking

  public int[] shape() {
    return shape.clone();
  }

  /** Numbers along an axis, counted from the end when negative. */
  public int size(int axis) {
    return shape[Shapes.axis("size", axis, shape)];
  }

  public int size() {
    return Shapes.size(shape);
  }

  public int rank() {
    return shape.length;
  }

  public DType type() {
    return storage.type;
  }

  boolean contiguous() {
    int step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] != 1 && strides[i] != step) return false;
      step *= shape[i];
    }
    return true;
  }

  /** Whether it shows all of its memory, in order. */
  boolean whole() {
    return contiguous() && offset == 0 && size() == storage.size;
  }

  /** One of its numbers. */
  public double get(int... index) {
    if (index.length != shape.length)
      throw TensorException.of(
          "get", index.length + " indices " + Arrays.toString(index) + " for " + text());
    return at(index).item();
  }

  /** The part at an index along the first axes, without them. */
  public Tensor at(int... index) {
    if (index.length > shape.length)
      throw TensorException.of("at", Arrays.toString(index) + " is too long for " + text());
    Tensor t = this;
    for (int i : index) {
      int k = i < 0 ? i + t.shape[0] : i;
      if (k < 0 || k >= t.shape[0])
        throw TensorException.of("at", Arrays.toString(index) + " does not lie within " + text());
      t = t.slice(0, k, k + 1).reshape(Arrays.copyOfRange(t.shape, 1, t.shape.length));
    }
    return t;
  }

  private String text() {
    return Shapes.text(shape);
  }

  /** All numbers, row by row; a constant to derivatives. */
  public double[] toArray() {
    return Blocks.array(this);
  }

  public double[][] toRows() {
    if (shape.length != 2) throw TensorException.of("toRows", text() + " has no rows");
    double[] all = toArray();
    double[][] rows = new double[shape[0]][];
    for (int i = 0; i < rows.length; i++)
      rows[i] = Arrays.copyOfRange(all, i * shape[1], (i + 1) * shape[1]);
    return rows;
  }

  /** This tensor, freed by no scope or derivative it was made in. */
  public Tensor keep() {
    storage.outlive();
    return this;
  }

  /** Gives the memory back now; using the tensor or a view of it afterwards is an error. */
  public void free() {
    storage.free();
  }

  @Override
  public String toString() {
    return storage.live() ? Text.of(this) : "Tensor " + text() + " (freed)";
  }

  // ---- number by number

  public Tensor add(Tensor b) {
    return Elementwise.add(this, b);
  }

  public Tensor add(double c) {
    return add(number(c));
  }

  public Tensor sub(Tensor b) {
    return Elementwise.sub(this, b);
  }

  public Tensor sub(double c) {
    return sub(number(c));
  }

  public Tensor mul(Tensor b) {
    return Elementwise.mul(this, b);
  }

  public Tensor mul(double c) {
    return mul(number(c));
  }

  public Tensor div(Tensor b) {
    return Elementwise.div(this, b);
  }

  public Tensor div(double c) {
    return div(number(c));
  }

  public Tensor neg() {
    return Elementwise.neg(this);
  }

  public Tensor pow(double p) {
    return Elementwise.pow(this, p);
  }

  public Tensor exp() {
    return Elementwise.exp(this);
  }

  public Tensor expm1() {
    return Elementwise.expm1(this);
  }

  public Tensor log() {
    return Elementwise.log(this);
  }

  public Tensor log1p() {
    return Elementwise.log1p(this);
  }

  public Tensor sqrt() {
    return Elementwise.sqrt(this);
  }

  public Tensor square() {
    return Elementwise.square(this);
  }

  public Tensor reciprocal() {
    return Elementwise.reciprocal(this);
  }

  public Tensor abs() {
    return Elementwise.abs(this);
  }

  public Tensor sign() {
    return Elementwise.sign(this);
  }

  public Tensor sin() {
    return Elementwise.sin(this);
  }

  public Tensor cos() {
    return Elementwise.cos(this);
  }

  public Tensor tanh() {
    return Elementwise.tanh(this);
  }

  public Tensor sigmoid() {
    return Elementwise.sigmoid(this);
  }

  public Tensor softplus() {
    return Elementwise.softplus(this);
  }

  public Tensor relu() {
    return Elementwise.relu(this);
  }

  public Tensor leakyRelu(double slope) {
    return Elementwise.leakyRelu(this, slope);
  }

  public Tensor gelu() {
    return Elementwise.gelu(this);
  }

  public Tensor clamp(double low, double high) {
    return Elementwise.clamp(this, low, high);
  }

  public Tensor max(Tensor b) {
    return Elementwise.max(this, b);
  }

  public Tensor min(Tensor b) {
    return Elementwise.min(this, b);
  }

  /** Where this is not 0 a number of the first, else one of the second. */
  public Tensor where(Tensor yes, Tensor no) {
    return Elementwise.where(this, yes, no);
  }

  public Tensor to(DType type) {
    return Elementwise.to(this, type);
  }

  // ---- questions: 1 for yes, 0 for no

  public Tensor ge(Tensor b) {
    return Questions.ge(this, b);
  }

  public Tensor gt(Tensor b) {
    return Questions.gt(this, b);
  }

  public Tensor eq(Tensor b) {
    return Questions.eq(this, b);
  }

  public Tensor ge(double c) {
    return ge(single(c));
  }

  public Tensor gt(double c) {
    return gt(single(c));
  }

  public Tensor eq(double c) {
    return eq(single(c));
  }

  public Tensor ne(double c) {
    return Questions.ne(this, single(c));
  }

  // ---- moving

  /** The numbers in another shape; one size may be −1. */
  public Tensor reshape(int... newShape) {
    return Movement.reshape(this, newShape);
  }

  /** The last two axes exchanged. */
  public Tensor t() {
    return rank() < 2 ? this : transpose(-2, -1);
  }

  public Tensor transpose(int a, int b) {
    int[] order = new int[shape.length];
    Arrays.setAll(order, i -> i);
    int p = Shapes.axis("transpose", a, shape);
    int q = Shapes.axis("transpose", b, shape);
    order[p] = q;
    order[q] = p;
    return permute(order);
  }

  public Tensor permute(int... axes) {
    return Movement.permute(this, axes);
  }

  public Tensor broadcastTo(int... newShape) {
    return Movement.broadcastTo(this, newShape.clone());
  }

  /** A part along an axis, as a view. */
  public Tensor slice(int axis, int from, int to) {
    return slice(axis, from, to, 1);
  }

  public Tensor slice(int axis, int from, int to, int step) {
    return Movement.slice(this, axis, from, to, step);
  }

  public static Tensor concat(int axis, Tensor... parts) {
    return Movement.concat(axis, parts);
  }

  /** Tensors of one shape side by side along a new axis. */
  public static Tensor stack(int axis, Tensor... parts) {
    Tensor[] wide = new Tensor[parts.length];
    for (int i = 0; i < parts.length; i++) wide[i] = parts[i].unsqueeze(axis);
    return concat(axis, wide);
  }

  /** With a new axis of size 1. */
  public Tensor unsqueeze(int axis) {
    int a = axis < 0 ? axis + shape.length + 1 : axis;
    if (a < 0 || a > shape.length)
      throw TensorException.of("unsqueeze", "there is no place " + axis + " in " + text());
    int[] s = new int[shape.length + 1];
    for (int i = 0; i < s.length; i++) s[i] = i == a ? 1 : shape[i < a ? i : i - 1];
    return reshape(s);
  }

  /** Without its axes of size 1. */
  public Tensor squeeze() {
    return reshape(Arrays.stream(shape).filter(n -> n != 1).toArray());
  }

  /** Rows (slices along the first axis) by their numbers: an embedding. */
  public Tensor rows(int... numbers) {
    return Movement.rows(this, numbers);
  }

  /** From each row along the last axis the number at one place. */
  public Tensor pick(int... places) {
    return Movement.pick(this, places);
  }

  /** Zeros of a shape with this one's rows added at the rows of these numbers. */
  public Tensor scatterRows(int[] numbers, int count) {
    return Movement.scatterRows(this, numbers, count);
  }

  // ---- along axes; all axes when none is named

  public Tensor sum(int... axes) {
    boolean[] b = Shapes.axes("sum", shape, axes);
    return Reduction.sum(this, b).reshape(Shapes.without(shape, b));
  }

  public Tensor mean(int... axes) {
    Tensor s = sum(axes);
    return s.mul((double) Math.max(1, s.size()) / Math.max(1, size()));
  }

  /** The mean square distance from the mean. */
  public Tensor var(int... axes) {
    boolean[] b = Shapes.axes("var", shape, axes);
    return sub(mean(axes).reshape(Shapes.kept(shape, b))).square().mean(axes);
  }

  /** √Σx². */
  public Tensor norm() {
    return square().sum().sqrt();
  }

  public Tensor max(int axis) {
    return along("max", axis, a -> Reduction.max(this, a));
  }

  public Tensor min(int axis) {
    return neg().max(axis).neg();
  }

  /** Places of the largest along an axis, in row order. */
  public int[] argmax(int axis) {
    return Reduction.places(this, Shapes.axis("argmax", axis, shape));
  }

  public Tensor logSumExp(int axis) {
    return along("logSumExp", axis, a -> Reduction.logSumExp(this, a));
  }

  private Tensor along(String name, int axis, java.util.function.IntFunction<Tensor> f) {
    int a = Shapes.axis(name, axis, shape);
    boolean[] gone = new boolean[shape.length];
    gone[a] = true;
    return f.apply(a).reshape(Shapes.without(shape, gone));
  }

  public Tensor softmax(int axis) {
    return atEnd("softmax", axis, Classification::softmax);
  }

  public Tensor logSoftmax(int axis) {
    return atEnd("logSoftmax", axis, Classification::logSoftmax);
  }

  private Tensor atEnd(String name, int axis, java.util.function.UnaryOperator<Tensor> f) {
    int a = Shapes.axis(name, axis, shape);
    boolean last = a == shape.length - 1;
    return last ? f.apply(this) : f.apply(transpose(a, -1)).transpose(a, -1);
  }

  // ---- products and what networks are made of

  public Tensor matmul(Tensor b) {
    return Product.matmul(this, b);
  }

  /** Sums of products by axis names: {@code Tensor.einsum("ij,jk->ik", a, b)}. */
  public static Tensor einsum(String spec, Tensor... parts) {
    return Einsum.of(spec, parts);
  }

  /** Of images [count, channels, height, width] with kernels [out, channels, h, w]. */
  public Tensor conv2d(Tensor kernels, int stride, int padding) {
    return Windows.conv2d(this, kernels, stride, padding);
  }

  public Tensor maxPool2d(int size, int stride) {
    return Windows.maxPool2d(this, size, stride);
  }

  public Tensor avgPool2d(int size, int stride) {
    return Windows.avgPool2d(this, size, stride);
  }

  /** Mean cross-entropy of logits [rows, classes] and the labels of the rows. */
  public Tensor crossEntropy(int... labels) {
    return Classification.crossEntropy(this, labels);
  }

  /** To mean 0 and variance 1 along the last axis, then scaled and shifted. */
  public Tensor layerNorm(Tensor scale, Tensor shift, double epsilon) {
    Tensor centred = sub(mean(-1).unsqueeze(-1));
    Tensor variance = centred.square().mean(-1).unsqueeze(-1);
    return centred.div(variance.add(epsilon).sqrt()).mul(scale).add(shift);
  }

  /** Zeros for a share p of the numbers, the rest scaled up; the same for the same seed. */
  public Tensor dropout(double p, long seed) {
    if (p < 0 || p >= 1)
      throw TensorException.of("dropout", "the share " + p + " is not from 0 to below 1");
    Tensor kept = rand(seed, shape).to(type()).ge(p).mul(1 / (1 - p));
    return mul(kept);
  }

  // ---- changing

  /** What becomes of blocks of numbers that lie at the same places of several tensors. */
  @FunctionalInterface
  public interface Change {
    void blocks(double[][] x, int n);
  }

  /** The same of floats, when all of the tensors are float32. */
  @FunctionalInterface
  public interface FloatChange {
    void blocks(float[][] x, int n);
  }

  /** Changes tensors in place, by floats where all are float32 and by doubles else. */
  public static void change(int written, Change f, FloatChange g, Tensor... all) {
    if (Arrays.stream(all).allMatch(t -> t.type() == DType.FLOAT32)) Blocks.change(written, g, all);
    else Blocks.change(written, f, all);
  }

  /**
   * Changes tensors of one shape in place, block by block; the only way to, and meant for
   * optimisers.
   *
   * @param written how many of them, from the first on, are written back
   */
  public static void change(int written, Change f, Tensor... all) {
    Blocks.change(written, f, all);
  }

  // ---- what the engine asks

  @Override
  protected Tensor sum(Tensor other) {
    return add(other);
  }

  @Override
  protected Tensor alias() {
    return new Tensor(storage, shape, strides, offset);
  }

  @Override
  protected double toNumber() {
    if (size() != 1)
      throw TensorException.of(
          "item", text() + " is not a single number; reduce it first, as with sum() or mean()");
    return storage.get(offset);
  }

  @Override
  protected Tensor filled(double x) {
    return Blocks.filled(type(), shape, x);
  }

  @Override
  protected Tensor single(double x) {
    return Blocks.filled(type(), new int[0], x);
  }
}
