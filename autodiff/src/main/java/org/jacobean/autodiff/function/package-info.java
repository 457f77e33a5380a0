/**
 * Which method and captured values a lambda, method reference, Method or MethodHandle means, and
 * its bytes; may import error.
 */
@NullMarked
package org.jacobean.autodiff.function;

import org.jspecify.annotations.NullMarked;
