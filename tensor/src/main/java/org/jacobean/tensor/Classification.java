package org.jacobean.tensor;

import java.util.function.UnaryOperator;
import org.jacobean.autodiff.value.Partial;

/** Probabilities and the loss that measures them. */
final class Classification {
  private Classification() {}

  /** Along the last axis; p·(t − Σ p·t) is its derivative and its own transpose. */
  static Tensor softmax(Tensor x) {
    Tensor p = rows(x, false);
    UnaryOperator<Tensor> map =
        t -> {
          Tensor w = t.mul(p);
          return w.sub(p.mul(last(w)));
        };
    return p.is("softmax", new Partial<>(x, map, map));
  }

  private static Tensor last(Tensor w) {
    boolean[] axes = new boolean[w.rank()];
    axes[axes.length - 1] = true;
    return Reduction.sum(w, axes);
  }

  static Tensor logSoftmax(Tensor x) {
    return rows(x, true)
        .is(
            "logSoftmax",
            new Partial<>(
                x, t -> t.sub(last(t.mul(x.softmax(-1)))), g -> g.sub(last(g).mul(x.softmax(-1)))));
  }

  private static Tensor rows(Tensor x, boolean log) {
    int n = x.shape[x.shape.length - 1];
    Tensor r = new Tensor(x.type(), x.shape);
    double[] row = n <= Scratch.BLOCK ? Scratch.block(0) : new double[n];
    for (int i = 0; i < x.size(); i += n) {
      Blocks.read(x, i, n, row, 0);
      softmax(row, n, log);
      r.storage.write(i, row, n);
    }
    return r;
  }

  /** The row's softmax, or its logarithm, in place; gives log Σ eˣ. */
  private static double softmax(double[] row, int n, boolean log) {
    double m = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) m = Math.max(m, row[i]);
    double s = 0;
    for (int i = 0; i < n; i++) s += Math.exp(row[i] - m);
    double all = m + Math.log(s);
    for (int i = 0; i < n; i++) row[i] = log ? row[i] - all : Math.exp(row[i] - m) / s;
    return all;
  }

  /** Mean of log Σ eˣ − x[label] over rows; its derivative by x is (p − 1[label]) / rows. */
  static Tensor crossEntropy(Tensor x, int[] labels) {
    if (x.shape.length != 2 || x.shape[0] != labels.length)
      throw TensorException.of(
          "crossEntropy",
          "the logits are "
              + Shapes.text(x.shape)
              + ", for "
              + labels.length
              + " labels; a row of logits for each label is needed");
    int n = x.shape[1];
    double[] row = n <= Scratch.BLOCK ? Scratch.block(0) : new double[n];
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= n)
        throw TensorException.of(
            "crossEntropy", "label " + labels[i] + " among " + n + " classes (row " + i + ")");
      Blocks.read(x, i * n, n, row, 0);
      double logit = row[labels[i]];
      loss += softmax(row, n, true) - logit;
    }
    return Blocks.filled(x.type(), new int[0], loss / labels.length)
        .is(
            "crossEntropy",
            new Partial<>(x, t -> t.mul(slope(x, labels)).sum(), g -> slope(x, labels).mul(g)));
  }

  private static Tensor slope(Tensor x, int[] labels) {
    return x.softmax(-1).sub(oneHot(x.type(), labels, x.shape[1])).div(labels.length);
  }

  static Tensor oneHot(DType type, int[] labels, int classes) {
    double[] r = new double[labels.length * classes];
    for (int i = 0; i < labels.length; i++) r[i * classes + labels[i]] = 1;
    return Blocks.of(type, new int[] {labels.length, classes}, r);
  }
}
