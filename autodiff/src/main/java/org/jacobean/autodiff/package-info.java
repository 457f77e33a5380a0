/**
 * Derivatives of plain Java methods, from their bytecode. {@link org.jacobean.autodiff.Diff} is the
 * way in; everything below it is the engine.
 */
@NullMarked
package org.jacobean.autodiff;

import org.jspecify.annotations.NullMarked;
