package org.jacobean.tensor.train;

import org.jacobean.tensor.Tensor;

/** Each number's gradient over the root of its running mean square. */
public final class RmsProp extends Optimizer {
  private final double share;

  public RmsProp(double rate) {
    this(Schedule.constant(rate), 0.99);
  }

  public RmsProp(Schedule rate, double share) {
    super(rate);
    this.share = share;
  }

  @Override
  int memories() {
    return 1;
  }

  @Override
  void update(Tensor p, Tensor g, Tensor[] memory, double rate, int step) {
    Tensor.change(2, (x, n) -> update(x[0], x[1], x[2], n, rate), p, memory[0], g);
  }

  private void update(double[] p, double[] v, double[] g, int n, double rate) {
    for (int i = 0; i < n; i++) {
      v[i] = share * v[i] + (1 - share) * g[i] * g[i];
      p[i] -= rate * g[i] / (Math.sqrt(v[i]) + 1e-8);
    }
  }
}
