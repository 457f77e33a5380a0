/**
 * Parts of networks as records of tensors, and the losses they are trained by. A network is a
 * record of layers and a Java method:
 *
 * <pre>{@code
 * record Mlp(Dense hidden, Dense out) {
 *   Tensor logits(Tensor x) { return out.of(hidden.of(x).relu()); }
 * }
 * }</pre>
 *
 * <p>May import tensor.
 */
@NullMarked
package org.jacobean.tensor.layer;

import org.jspecify.annotations.NullMarked;
