/**
 * Jupyter messages on sockets: the connection file, signatures, JSON, framing, and the one thread
 * that owns every socket. A message arrives as a {@link Message}; an {@link Outgoing} leaves from
 * any thread. May import JeroMQ and Jackson's streaming core; knows nothing of cells.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.wire;
