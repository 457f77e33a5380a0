/**
 * Derivative rules as data: local partials as small terms over arguments and result; may import
 * error.
 */
@NullMarked
package org.jacobean.autodiff.rule;

import org.jspecify.annotations.NullMarked;
