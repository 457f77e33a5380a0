/**
 * What users type to see derivatives. A magic here reads its line with {@link
 * org.jacobean.magics.diff.Asking}, which finds the function in the session and the values it is
 * asked at, hands the {@link org.jacobean.magics.diff.Subject} to the engine, and gives back a
 * result that knows how it looks and what it holds.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.magics.diff;
