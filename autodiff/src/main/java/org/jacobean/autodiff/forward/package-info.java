/** Tangents as further values of the same program; may import analyze, lift, rule, emit. */
@NullMarked
package org.jacobean.autodiff.forward;

import org.jspecify.annotations.NullMarked;
