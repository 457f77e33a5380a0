package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/** How far predictions are from what they should be: means over all numbers or rows. */
public final class Losses {
  private Losses() {}

  public static Tensor meanSquare(Tensor predicted, Tensor target) {
    return predicted.sub(target).square().mean();
  }

  public static Tensor meanAbsolute(Tensor predicted, Tensor target) {
    return predicted.sub(target).abs().mean();
  }

  /** Square near zero, linear beyond delta. */
  public static Tensor huber(Tensor predicted, Tensor target, double delta) {
    Tensor d = predicted.sub(target).abs();
    Tensor near = d.clamp(0, delta);
    return near.square().mul(0.5).add(d.sub(near).mul(delta)).mean();
  }

  /** Of logits with the numbers of the right classes. */
  public static Tensor crossEntropy(Tensor logits, int... labels) {
    return logits.crossEntropy(labels);
  }

  /** Of logits with probabilities of the classes. */
  public static Tensor crossEntropy(Tensor logits, Tensor probabilities) {
    return logits.logSoftmax(-1).mul(probabilities).sum(-1).mean().neg();
  }

  /** Of logits with targets from 0 to 1, number by number. */
  public static Tensor binaryCrossEntropy(Tensor logits, Tensor target) {
    return logits.softplus().sub(logits.mul(target)).mean();
  }

  /** Of scores with classes −1 and 1. */
  public static Tensor hinge(Tensor scores, Tensor classes) {
    return scores.mul(classes).neg().add(1).relu().mean();
  }

  /** Σ p·(log p − log q) over rows of log-probabilities. */
  public static Tensor divergence(Tensor logP, Tensor logQ) {
    return logP.exp().mul(logP.sub(logQ)).sum(-1).mean();
  }
}
