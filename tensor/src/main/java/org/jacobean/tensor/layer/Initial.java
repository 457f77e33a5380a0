package org.jacobean.tensor.layer;

import org.jacobean.tensor.DType;
import org.jacobean.tensor.Tensor;

/** First weights, the same for the same seed, in float32. */
public final class Initial {
  private Initial() {}

  /** Uniform with variance 2 / (in + out), for tanh and sigmoid (Glorot). */
  public static Tensor glorot(long seed, int in, int out) {
    return uniform(seed, Math.sqrt(6.0 / (in + out)), in, out);
  }

  /** Normal with variance 2 / in, for rectifiers (He). */
  public static Tensor he(long seed, int in, int out) {
    return normal(seed, Math.sqrt(2.0 / in), in, out);
  }

  public static Tensor normal(long seed, double deviation, int... shape) {
    return Tensor.randn(seed, shape).mul(deviation).to(DType.FLOAT32);
  }

  /** From −bound to bound. */
  public static Tensor uniform(long seed, double bound, int... shape) {
    return Tensor.rand(seed, shape).sub(0.5).mul(2 * bound).to(DType.FLOAT32);
  }

  public static Tensor zeros(int... shape) {
    return Tensor.zeros(shape).to(DType.FLOAT32);
  }

  public static Tensor ones(int... shape) {
    return Tensor.ones(shape).to(DType.FLOAT32);
  }
}
