/**
 * What a program's transformations must know first: which values carry derivatives, which arrays
 * may be one; may import lift and rule.
 */
@NullMarked
package org.jacobean.autodiff.analyze;

import org.jspecify.annotations.NullMarked;
