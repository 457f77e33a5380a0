package org.jacobean.tensor.train;

import org.jacobean.tensor.Tensor;

/** Gradient descent, with momentum, Nesterov's look ahead and weight decay as wanted. */
public final class Sgd extends Optimizer {
  private final double momentum;
  private final boolean nesterov;
  private final double decay;

  public Sgd(double rate) {
    this(Schedule.constant(rate), 0, false, 0);
  }

  public Sgd(double rate, double momentum) {
    this(Schedule.constant(rate), momentum, false, 0);
  }

  public Sgd(Schedule rate, double momentum, boolean nesterov, double decay) {
    super(rate);
    this.momentum = momentum;
    this.nesterov = nesterov;
    this.decay = decay;
  }

  @Override
  int memories() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  void update(Tensor p, Tensor g, Tensor[] memory, double rate, int step) {
    if (momentum == 0)
      Tensor.change(
          1,
          (x, n) -> plain(x[0], x[1], n, rate),
          (x, n) -> plain(x[0], x[1], n, (float) rate, (float) decay),
          p,
          g);
    else Tensor.change(2, (x, n) -> heavy(x[0], x[1], x[2], n, rate), p, memory[0], g);
  }

  private void plain(double[] p, double[] g, int n, double rate) {
    for (int i = 0; i < n; i++) p[i] -= rate * (g[i] + decay * p[i]);
  }

  private static void plain(float[] p, float[] g, int n, float rate, float decay) {
    for (int i = 0; i < n; i++) p[i] -= rate * (g[i] + decay * p[i]);
  }

  private void heavy(double[] p, double[] m, double[] g, int n, double rate) {
    for (int i = 0; i < n; i++) {
      double d = g[i] + decay * p[i];
      m[i] = momentum * m[i] + d;
      p[i] -= rate * (nesterov ? d + momentum * m[i] : m[i]);
    }
  }
}
