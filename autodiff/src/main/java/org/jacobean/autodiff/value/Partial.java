package org.jacobean.autodiff.value;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of one operation by one of its arguments: a linear map, and its transpose.
 *
 * @param argument the argument
 * @param forward from the argument's tangent to its part of the result's
 * @param backward from the result's adjoint to its part of the argument's
 * @param gather adds that part to an adjoint in place, given the adjoint and the result's: for
 *     operations that look at a small part of their argument
 */
public record Partial<V>(
    V argument,
    UnaryOperator<V> forward,
    UnaryOperator<V> backward,
    @Nullable BiConsumer<V, V> gather) {

  public Partial(V argument, UnaryOperator<V> forward, UnaryOperator<V> backward) {
    this(argument, forward, backward, null);
  }
}
