/** The kernel's start and the place where the protocol meets the session. */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel;
