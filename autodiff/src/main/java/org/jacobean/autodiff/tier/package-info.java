/**
 * What a way of differentiating offers to the facade: sweeps run on a frame; may import error and
 * function.
 */
@NullMarked
package org.jacobean.autodiff.tier;

import org.jspecify.annotations.NullMarked;
