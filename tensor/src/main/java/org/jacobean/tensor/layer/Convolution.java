package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * The same small weights everywhere on images [count, channels, height, width].
 *
 * @param kernels weights [out, channels, h, w]
 * @param b one number an output channel
 */
public record Convolution(Tensor kernels, Tensor b, int stride, int padding) {
  /** Square kernels with weights for rectifiers, b zero, padded to keep the size at stride 1. */
  public static Convolution he(long seed, int channels, int out, int size) {
    Tensor w =
        Initial.normal(seed, Math.sqrt(2.0 / (channels * size * size)), out, channels, size, size);
    return new Convolution(w, Initial.zeros(out), 1, size / 2);
  }

  public Tensor of(Tensor x) {
    return x.conv2d(kernels, stride, padding).add(b.reshape(-1, 1, 1));
  }
}
