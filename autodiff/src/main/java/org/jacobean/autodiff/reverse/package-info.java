/**
 * Adjoint programs: what to keep, what to recompute, and the sweep backwards; may import analyze,
 * lift, rule, emit.
 */
@NullMarked
package org.jacobean.autodiff.reverse;

import org.jspecify.annotations.NullMarked;
