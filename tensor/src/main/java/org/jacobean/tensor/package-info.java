/**
 * Arrays of any number of axes, kept outside Java's heap, each operation with its derivative.
 *
 * <pre>{@code
 * record Line(Tensor w, Tensor b) {}
 * double loss(Line m, Tensor x, Tensor y) {
 *   return x.matmul(m.w()).add(m.b()).sub(y).square().mean().item();
 * }
 * Diff.grad((Line m) -> loss(m, x, y)).at(line);
 * }</pre>
 *
 * <p>{@link org.jacobean.tensor.Tensor} is what users call. The operations and their derivatives
 * stand together in {@code Elementwise}, {@code Movement}, {@code Reduction}, {@code Product},
 * {@code Windows} and {@code Classification}, one method each. May import blas, and the engine's
 * value.
 */
@NullMarked
package org.jacobean.tensor;

import org.jspecify.annotations.NullMarked;
