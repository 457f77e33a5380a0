/**
 * Bytecode whose doubles remember: the same classes under the same names, in loaders of their own,
 * with only the bodies of methods changed. May import library, tape and contract, and error.
 */
@NullMarked
package org.jacobean.autodiff.trace.rewrite;

import org.jspecify.annotations.NullMarked;
