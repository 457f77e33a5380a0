/**
 * Live objects taken into a traced world and gradients taken out of it: the same graph of objects,
 * made of rewritten classes. May import rewrite, contract and error.
 */
@NullMarked
package org.jacobean.autodiff.trace.copy;

import org.jspecify.annotations.NullMarked;
