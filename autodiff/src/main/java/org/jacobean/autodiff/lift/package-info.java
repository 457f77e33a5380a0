/**
 * Bytecode read once into a program in static single assignment form; may import error and
 * function.
 */
@NullMarked
package org.jacobean.autodiff.lift;

import org.jspecify.annotations.NullMarked;
