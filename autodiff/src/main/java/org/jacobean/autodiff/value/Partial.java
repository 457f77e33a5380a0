package org.jacobean.autodiff.value;

import java.util.function.UnaryOperator;

/**
 * The derivative of one operation by one of its arguments: a linear map, and its transpose.
 *
 * @param argument the argument
 * @param forward from the argument's tangent to its part of the result's
 * @param backward from the result's adjoint to its part of the argument's
 */
public record Partial<V>(V argument, UnaryOperator<V> forward, UnaryOperator<V> backward) {}
