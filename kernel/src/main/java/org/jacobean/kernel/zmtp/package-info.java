/**
 * ZMTP 3.0, the protocol under ZeroMQ sockets, as far as the bound end of a kernel needs it: NULL
 * security, ROUTER, XPUB and an echo. One thread owns every connection, waits in one selector, and
 * never holds more than a bounded part of a message that a peer only claims to send. May import
 * nothing but the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.zmtp;
