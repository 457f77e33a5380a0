/**
 * A cell's text taken apart before any compiler sees it: words and symbols, magics, and the
 * snippets (imports, types, methods, variables, statements) in their order. Purely lexical, so that
 * half-written text never fails and new Java syntax needs no change here. Imports nothing of the
 * kernel but the magics' declarations.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.read;
