package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * Layer normalisation along the last axis.
 *
 * @param scale one factor a number
 * @param shift one summand a number
 */
public record Norm(Tensor scale, Tensor shift) {
  public static Norm of(int width) {
    return new Norm(Initial.ones(width), Initial.zeros(width));
  }

  public Tensor of(Tensor x) {
    return x.layerNorm(scale, shift, 1e-5);
  }
}
