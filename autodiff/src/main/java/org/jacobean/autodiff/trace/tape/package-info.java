/**
 * Doubles that remember. An active double is a quiet NaN whose payload is an epoch (16 bits) and a
 * place on the tape (32 bits); its value lies on the tape. Arithmetic of plain numbers never
 * notices:
 *
 * <pre>{@code
 * double c = a + b;
 * return c == c ? c : addActive(a, b);
 * }</pre>
 *
 * The classes here are loaded once per traced world, beside rewritten code, so their statics belong
 * to that world. May import the contract.
 */
@NullMarked
package org.jacobean.autodiff.trace.tape;

import org.jspecify.annotations.NullMarked;
