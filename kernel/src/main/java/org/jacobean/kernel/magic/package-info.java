/**
 * From a typed percent sign to a {@link org.jacobean.kernel.extend.Magic}: finding them, reading
 * their options as declared, help and suggestions. May import {@code extend} and the session's
 * {@code MagicRunner}; knows no single magic.
 *
 * <p>A magic reads its line with {@link org.jacobean.kernel.magic.Arguments}:
 *
 * <pre>{@code
 * // %grad f(1, 2) wrt x, y --quiet
 * var given = Arguments.anywhere(spec(), call);
 * given.text();            // f(1, 2)
 * given.list("wrt");       // [x, y]
 * given.has("--quiet");    // true
 * }</pre>
 */
@NullMarked
package org.jacobean.kernel.magic;

import org.jspecify.annotations.NullMarked;
