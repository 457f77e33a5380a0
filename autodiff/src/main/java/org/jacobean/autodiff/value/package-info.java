/**
 * Values other than numbers that carry derivatives, such as the tensors of a library. A value
 * remembers how it was made, as the doubles of the tracing tier do; the engine keeps the order,
 * sweeps backwards and hands derivatives between values and numbers. A library extends {@link
 * org.jacobean.autodiff.value.Active} and says of each operation what its partial derivatives are:
 *
 * <pre>{@code
 * Vec times(Vec b) {
 *   return product(this, b).made("times", partial(this, b::times, b::times), partial(b, this::times, this::times));
 * }
 * }</pre>
 *
 * <p>Numbers and values meet in two methods only, {@code item()} and {@code number(double)}: what
 * lies between is Java, differentiated like any other. May import error.
 */
@NullMarked
package org.jacobean.autodiff.value;

import org.jspecify.annotations.NullMarked;
