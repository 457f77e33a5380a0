/**
 * The tracing tier: whatever Java does. The function runs once as it is and once in a world where
 * doubles remember how they were made; the tape of that run gives the derivatives. May import tier,
 * function, error and its own subpackages.
 */
@NullMarked
package org.jacobean.autodiff.trace;

import org.jspecify.annotations.NullMarked;
