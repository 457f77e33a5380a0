/**
 * What the JDK's calls on doubles become in traced code: one static method a call, of the same
 * name, found by its annotation. A call that takes doubles and is not here is refused when a value
 * is active. Loaded once per traced world. May import tape and contract.
 */
@NullMarked
package org.jacobean.autodiff.trace.library;

import org.jspecify.annotations.NullMarked;
