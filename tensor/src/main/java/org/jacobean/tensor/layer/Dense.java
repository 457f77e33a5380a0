package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * Every input to every output: x·w + b.
 *
 * @param w weights [in, out]
 * @param b one number an output
 */
public record Dense(Tensor w, Tensor b) {
  /** Weights for rectifiers, b zero. */
  public static Dense he(long seed, int in, int out) {
    return new Dense(Initial.he(seed, in, out), Initial.zeros(out));
  }

  /** Weights for tanh, sigmoid and softmax, b zero. */
  public static Dense glorot(long seed, int in, int out) {
    return new Dense(Initial.glorot(seed, in, out), Initial.zeros(out));
  }

  public Tensor of(Tensor x) {
    return x.matmul(w).add(b);
  }
}
