package org.jacobean.tensor;

import java.util.Arrays;
import org.jacobean.autodiff.value.Partial;
import org.jacobean.tensor.blas.Blas;

/** Matrix products. */
final class Product {
  private Product() {}

  /** Of matrices; of stacks of matrices, stretched to each other; of vectors as rows or columns. */
  static Tensor matmul(Tensor x, Tensor y) {
    if (x.rank() == 0 || y.rank() == 0)
      throw TensorException.of(
          "matmul",
          Shapes.text(x.shape)
              + " times "
              + Shapes.text(y.shape)
              + ": a single number is no matrix; use mul");
    Tensor a = x.rank() == 1 ? x.reshape(1, x.size()) : x;
    Tensor b = y.rank() == 1 ? y.reshape(y.size(), 1) : y;
    int k = a.shape[a.rank() - 1];
    if (k != b.shape[b.rank() - 2])
      throw TensorException.of(
          "matmul",
          Shapes.text(x.shape)
              + " times "
              + Shapes.text(y.shape)
              + ": the inner sizes "
              + k
              + " and "
              + b.shape[b.rank() - 2]
              + " differ");
    DType type = DType.wider(a.type(), b.type());
    Tensor r = stacks(a.to(type), b.to(type));
    if (y.rank() == 1) r = r.reshape(Arrays.copyOf(r.shape, r.rank() - 1));
    return x.rank() > 1 ? r : r.reshape(drop(r.shape, r.rank() - (y.rank() == 1 ? 1 : 2)));
  }

  private static int[] drop(int[] shape, int axis) {
    boolean[] axes = new boolean[shape.length];
    axes[axis] = true;
    return Shapes.without(shape, axes);
  }

  private static Tensor stacks(Tensor a, Tensor b) {
    if (a.rank() == 2 && b.rank() == 2) return matrices(a, b);
    if (b.rank() == 2 && a.contiguous()) {
      int[] shape = Shapes.with(a.shape, a.rank() - 1, b.shape[1]);
      return matrices(a.reshape(-1, a.shape[a.rank() - 1]), b).reshape(shape);
    }
    int[] stack =
        Shapes.broadcast(
            "matmul", Arrays.copyOf(a.shape, a.rank() - 2), Arrays.copyOf(b.shape, b.rank() - 2));
    return batched(wide(a, stack), wide(b, stack));
  }

  private static Tensor wide(Tensor t, int[] stack) {
    int[] shape = Arrays.copyOf(stack, stack.length + 2);
    shape[stack.length] = t.shape[t.rank() - 2];
    shape[stack.length + 1] = t.shape[t.rank() - 1];
    return t.broadcastTo(shape);
  }

  private static Tensor matrices(Tensor a, Tensor b) {
    return product(a, b).is("matmul", left(a, b), right(a, b));
  }

  private static Partial<Tensor> left(Tensor a, Tensor b) {
    return new Partial<>(a, t -> t.matmul(b), g -> g.matmul(b.t()));
  }

  private static Partial<Tensor> right(Tensor a, Tensor b) {
    return new Partial<>(b, t -> a.matmul(t), g -> a.t().matmul(g));
  }

  /** One product for each pair of matrices in two stacks of one shape. */
  private static Tensor batched(Tensor a, Tensor b) {
    return product(a, b).is("matmul", left(a, b), right(a, b));
  }

  private static Tensor product(Tensor x, Tensor y) {
    int last = x.rank() - 1;
    int m = x.shape[last - 1];
    int n = y.shape[last];
    Operand a = Operand.of(x);
    Operand b = Operand.of(y);
    Tensor r = new Tensor(x.type(), Shapes.with(x.shape, last, n));
    if (r.size() == 0 || x.shape[last] == 0) return Blocks.filled(r.type(), r.shape, 0);
    int count = r.size() / (m * n);
    for (int i = 0; i < count; i++) multiply(a, a.start(i), b, b.start(i), r, i * m * n);
    return r;
  }

  private static void multiply(Operand a, int atA, Operand b, int atB, Tensor r, int atR) {
    int m = a.rows();
    int k = a.columns();
    int n = b.columns();
    if (r.type() == DType.FLOAT32)
      Blas.best()
          .gemm(
              a.turned,
              b.turned,
              m,
              n,
              k,
              a.floats(atA),
              a.step,
              b.floats(atB),
              b.step,
              Operand.from(r.storage.floats(), atR));
    else
      Blas.best()
          .gemm(
              a.turned,
              b.turned,
              m,
              n,
              k,
              a.doubles(atA),
              a.step,
              b.doubles(atB),
              b.step,
              Operand.from(r.storage.doubles(), atR));
  }
}
