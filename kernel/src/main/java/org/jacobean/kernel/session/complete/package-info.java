/**
 * What a reader is told while typing: completions, documentation of a name, whether a cell is
 * finished. Has a compiler of its own, so it answers while a cell runs. Imports {@code read},
 * {@code compile}, {@code scope} and {@code javadoc}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.complete;
