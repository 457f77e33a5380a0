/**
 * What a user reads when a cell fails: cell, line, the line itself, an arrow, and no frame of the
 * kernel. Imports {@code read} and {@code compile} for places.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.error;
