package org.jacobean.tensor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Objective2;
import org.jacobean.autodiff.ValueAndGradient;
import org.jacobean.autodiff.Valued;
import org.jacobean.tensor.Scope;
import org.jacobean.tensor.Tensor;

/**
 * The loop over epochs and batches.
 *
 * <pre>{@code
 * new Training<Mlp>((m, d) -> m.logits(d.x()).crossEntropy(d.labels()).item(), new Adam(1e-3))
 *     .batches(64).run(mlp, train, 20);
 * }</pre>
 *
 * @param <P> the parameters: a tensor or a record of tensors and records
 */
public final class Training<P> {
  /** Told the mean loss of each epoch, counted from 1. */
  @FunctionalInterface
  public interface Progress {
    void epoch(int number, double loss);
  }

  private final ValueAndGradient loss;
  private final Optimizer optimizer;
  private int batch = 32;
  private long seed;
  private double longest = Double.POSITIVE_INFINITY;
  private Progress progress = (n, l) -> {};

  public Training(Objective2<P, Data> loss, Optimizer optimizer) {
    this.loss = Diff.valueAndGrad(loss).wrt(0);
    this.optimizer = optimizer;
  }

  /** Examples in a batch. */
  public Training<P> batches(int size) {
    batch = size;
    return this;
  }

  /** Of the order of the examples. */
  public Training<P> seed(long number) {
    seed = number;
    return this;
  }

  /** Gradients longer than this are shortened to it. */
  public Training<P> clip(double norm) {
    longest = norm;
    return this;
  }

  public Training<P> progress(Progress p) {
    progress = p;
    return this;
  }

  /** Trains in place; gives the mean loss of each epoch. */
  public List<Double> run(P parameters, Data data, int epochs) {
    List<Double> losses = new ArrayList<>();
    Random random = new Random(seed);
    for (int e = 1; e <= epochs; e++) {
      double sum = 0;
      for (int[] numbers : data.batches(batch, random))
        sum += step(parameters, data, numbers) * numbers.length;
      losses.add(sum / data.size());
      progress.epoch(e, sum / data.size());
    }
    return losses;
  }

  private double step(P parameters, Data data, int... numbers) {
    try (Scope s = Tensor.scope()) {
      return step(parameters, data.take(numbers));
    }
  }

  /** One step on one batch; gives the loss before it. */
  public double step(P parameters, Data examples) {
    Valued v = loss.at(parameters, examples);
    Object gradient = v.partials().of(0);
    if (longest < Double.POSITIVE_INFINITY) Clip.byNorm(gradient, longest);
    optimizer.step(parameters, gradient);
    Parameters.free(gradient);
    return v.value();
  }
}
