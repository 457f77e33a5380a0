package org.jacobean.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.value.Partial;

/** Operations that move numbers about: linear, each with its transpose. */
final class Movement {
  private Movement() {}

  static Tensor contiguous(Tensor x) {
    return x.contiguous() ? x : copy(x);
  }

  static Tensor copy(Tensor x) {
    return Blocks.map(x, (a, r, n) -> System.arraycopy(a, 0, r, 0, n))
        .is("contiguous", new Partial<>(x, t -> t, t -> t));
  }

  static Tensor reshape(Tensor x, int... asked) {
    int[] shape = Shapes.inferred(x.size(), asked);
    if (Shapes.size(shape) != x.size())
      throw TensorException.of(
          "reshape",
          Shapes.text(x.shape)
              + " has "
              + x.size()
              + " numbers, "
              + Shapes.text(asked)
              + " does not hold as many");
    if (Arrays.equals(shape, x.shape)) return x;
    Tensor c = contiguous(x);
    return c.view(shape, Shapes.strides(shape), c.offset)
        .is("reshape", new Partial<>(c, t -> t.reshape(shape), g -> g.reshape(c.shape)));
  }

  static Tensor permute(Tensor x, int... asked) {
    int rank = x.shape.length;
    int[] shape = new int[rank];
    int[] strides = new int[rank];
    int[] order = new int[rank];
    int[] back = new int[rank];
    boolean[] seen = new boolean[rank];
    for (int i = 0; i < rank && asked.length == rank; i++) {
      order[i] = Shapes.axis("permute", asked[i], x.shape);
      shape[i] = x.shape[order[i]];
      strides[i] = x.strides[order[i]];
      back[order[i]] = i;
      seen[order[i]] = true;
    }
    for (boolean s : seen)
      if (!s)
        throw TensorException.of(
            "permute",
            Arrays.toString(asked)
                + " does not name each axis of "
                + Shapes.text(x.shape)
                + " once");
    return x.view(shape, strides, x.offset)
        .is("permute", new Partial<>(x, t -> t.permute(order), g -> g.permute(back)));
  }

  static Tensor broadcastTo(Tensor x, int... shape) {
    if (Arrays.equals(x.shape, shape)) return x;
    int[] fit = Shapes.broadcast("broadcastTo", x.shape, shape);
    if (!Arrays.equals(fit, shape))
      throw TensorException.of(
          "broadcastTo", Shapes.text(x.shape) + " does not stretch to " + Shapes.text(shape));
    int[] strides = new int[shape.length];
    int shift = shape.length - x.shape.length;
    for (int i = shift; i < shape.length; i++)
      strides[i] = x.shape[i - shift] == 1 ? 0 : x.strides[i - shift];
    return x.view(shape, strides, x.offset)
        .is("broadcastTo", new Partial<>(x, t -> t.broadcastTo(shape), g -> sumTo(g, x.shape)));
  }

  /** Sums along what was stretched. */
  static Tensor sumTo(Tensor g, int... shape) {
    if (Arrays.equals(g.shape, shape)) return g;
    int shift = g.shape.length - shape.length;
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < g.shape.length; i++)
      if (i < shift || shape[i - shift] == 1 && g.shape[i] != 1) axes.add(i);
    return g.sum(axes.stream().mapToInt(i -> i).toArray()).reshape(shape);
  }

  /** Every step-th from one place to before another along an axis, as a view. */
  static Tensor slice(Tensor x, int axis, int from, int to, int step) {
    int a = Shapes.axis("slice", axis, x.shape);
    int size = x.shape[a];
    int first = from < 0 ? from + size : from;
    int end = to < 0 ? to + size : to;
    if (first < 0 || end > size || first > end || step < 1)
      throw TensorException.of(
          "slice",
          "from "
              + from
              + " to "
              + to
              + " by "
              + step
              + " does not lie within axis "
              + axis
              + " of "
              + Shapes.text(x.shape));
    int[] strides = x.strides.clone();
    strides[a] *= step;
    int[] shape = Shapes.with(x.shape, a, (end - first + step - 1) / step);
    return x.view(shape, strides, x.offset + first * x.strides[a])
        .is(
            "slice",
            new Partial<>(
                x,
                t -> t.slice(a, first, end, step),
                g -> spread(g, a, first, step, size),
                (sum, g) -> Blocks.increase(sum.slice(a, first, end, step), g)));
  }

  /** The transpose of a slice: zeros around. */
  private static Tensor spread(Tensor g, int axis, int from, int step, int size) {
    int[] shape = Shapes.with(g.shape, axis, size);
    int n = g.shape[axis];
    int inner = Shapes.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
    int outer = Shapes.size(Arrays.copyOf(shape, axis));
    int[] places = new int[outer * n * inner];
    int k = 0;
    for (int o = 0; o < outer; o++)
      for (int i = 0; i < n; i++)
        for (int j = 0; j < inner; j++) places[k++] = (o * size + from + i * step) * inner + j;
    return put(g, places, shape);
  }

  static Tensor concat(int axis, Tensor... parts) {
    if (parts.length == 0) throw TensorException.of("concat", "nothing was given");
    int a = Shapes.axis("concat", axis, parts[0].shape);
    int total = 0;
    DType type = parts[0].type();
    for (Tensor p : parts) {
      if (p.shape.length != parts[0].shape.length
          || !Arrays.equals(Shapes.with(p.shape, a, 0), Shapes.with(parts[0].shape, a, 0)))
        throw TensorException.of(
            "concat",
            Shapes.text(parts[0].shape)
                + " and "
                + Shapes.text(p.shape)
                + " may differ along axis "
                + axis
                + " only");
      total += p.shape[a];
      type = DType.wider(type, p.type());
    }
    return joined(a, total, type, parts);
  }

  private static Tensor joined(int axis, int total, DType type, Tensor... parts) {
    int[] shape = Shapes.with(parts[0].shape, axis, total);
    int inner = Shapes.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
    int outer = Shapes.size(Arrays.copyOf(shape, axis));
    double[] all = new double[Shapes.size(shape)];
    @SuppressWarnings({"unchecked", "rawtypes"})
    Partial<Tensor>[] partials = new Partial[parts.length];
    int from = 0;
    for (int k = 0; k < parts.length; k++) {
      Tensor p = parts[k].to(type);
      int n = p.shape[axis];
      for (int o = 0; o < outer; o++)
        Blocks.read(p, o * n * inner, n * inner, all, (o * total + from) * inner);
      int at = from;
      partials[k] =
          new Partial<>(p, t -> spread(t, axis, at, 1, total), g -> g.slice(axis, at, at + n, 1));
      from += n;
    }
    return Blocks.of(type, shape, all).is("concat", partials);
  }

  // ---- by places: the numbers at some places of the flat tensor, and back

  static Tensor take(Tensor x, int[] places, int... shape) {
    double[] from = Blocks.array(x);
    double[] r = new double[places.length];
    for (int i = 0; i < r.length; i++) r[i] = from[places[i]];
    return Blocks.of(x.type(), shape, r)
        .is("take", new Partial<>(x, t -> take(t, places, shape), g -> put(g, places, x.shape)));
  }

  /** The transpose of take: what goes to the same place is added. */
  static Tensor put(Tensor x, int[] places, int... shape) {
    double[] from = Blocks.array(x);
    double[] r = new double[Shapes.size(shape)];
    for (int i = 0; i < from.length; i++) r[places[i]] += from[i];
    return Blocks.of(x.type(), shape, r)
        .is("put", new Partial<>(x, t -> put(t, places, shape), g -> take(g, places, x.shape)));
  }

  /** Slices along the first axis by number: what an embedding is. */
  static Tensor rows(Tensor x, int... numbers) {
    if (x.shape.length == 0) throw TensorException.of("rows", "a single number has no rows");
    int width = x.size() / Math.max(1, x.shape[0]);
    int[] places = new int[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= x.shape[0])
        throw TensorException.of(
            "rows", "there is no row " + numbers[i] + " in " + Shapes.text(x.shape));
      for (int j = 0; j < width; j++) places[i * width + j] = numbers[i] * width + j;
    }
    return take(x, places, Shapes.with(x.shape, 0, numbers.length));
  }

  static Tensor scatterRows(Tensor x, int[] numbers, int count) {
    if (x.shape.length == 0 || x.shape[0] != numbers.length)
      throw TensorException.of(
          "scatterRows", numbers.length + " numbers for the rows of " + Shapes.text(x.shape));
    int width = x.size() / Math.max(1, numbers.length);
    int[] places = new int[x.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= count)
        throw TensorException.of(
            "scatterRows", "there is no row " + numbers[i] + " among " + count);
      for (int j = 0; j < width; j++) places[i * width + j] = numbers[i] * width + j;
    }
    return put(x, places, Shapes.with(x.shape, 0, count));
  }

  /** Along the last axis, from each row the number at one place. */
  static Tensor pick(Tensor x, int... places) {
    int n = x.shape.length == 0 ? 1 : x.shape[x.shape.length - 1];
    int[] shape = Arrays.copyOf(x.shape, Math.max(0, x.shape.length - 1));
    if (places.length != Shapes.size(shape))
      throw TensorException.of(
          "pick",
          places.length
              + " places for the "
              + Shapes.size(shape)
              + " rows of "
              + Shapes.text(x.shape));
    int[] flat = new int[places.length];
    for (int i = 0; i < flat.length; i++) {
      if (places[i] < 0 || places[i] >= n)
        throw TensorException.of(
            "pick", "there is no place " + places[i] + " in a row of " + Shapes.text(x.shape));
      flat[i] = i * n + places[i];
    }
    return take(x, flat, shape);
  }
}
