package org.jacobean.tensor.train;

import org.jacobean.tensor.Tensor;

/** Running means of gradient and square, corrected for their start at zero. */
public final class Adam extends Optimizer {
  private final double first;
  private final double second;
  private final double decay;

  public Adam(double rate) {
    this(Schedule.constant(rate));
  }

  public Adam(Schedule rate) {
    this(rate, 0.9, 0.999, 0);
  }

  private Adam(Schedule rate, double first, double second, double decay) {
    super(rate);
    this.first = first;
    this.second = second;
    this.decay = decay;
  }

  /** With weights that shrink by themselves (AdamW): decay·rate of each at every step. */
  public static Adam decaying(Schedule rate, double decay) {
    return new Adam(rate, 0.9, 0.999, decay);
  }

  @Override
  int memories() {
    return 2;
  }

  @Override
  void update(Tensor p, Tensor g, Tensor[] memory, double rate, int step) {
    double a = rate / (1 - Math.pow(first, step));
    double b = 1 / Math.sqrt(1 - Math.pow(second, step));
    double kept = 1 - rate * decay;
    Tensor.change(3, (x, n) -> update(x, n, a, b, kept), p, memory[0], memory[1], g);
  }

  private void update(double[][] x, int n, double a, double b, double kept) {
    double[] p = x[0];
    double[] m = x[1];
    double[] v = x[2];
    double[] g = x[3];
    for (int i = 0; i < n; i++) {
      m[i] = first * m[i] + (1 - first) * g[i];
      v[i] = second * v[i] + (1 - second) * g[i] * g[i];
      p[i] = kept * p[i] - a * m[i] / (Math.sqrt(v[i]) * b + 1e-8);
    }
  }
}
