/**
 * The compiled tier: from a method's bytecode to the class of a sweep; may import everything but
 * the facade and other tiers.
 */
@NullMarked
package org.jacobean.autodiff.compile;

import org.jspecify.annotations.NullMarked;
