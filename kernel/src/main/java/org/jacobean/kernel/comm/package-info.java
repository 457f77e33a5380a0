/**
 * Comms: named two-way lines between a front end and the kernel, with JSON and binary data. A
 * library registers a target for lines that front ends open, or opens one itself:
 *
 * <pre>{@code
 * comms.register("echo", (comm, opening) ->
 *     comm.onMessage(message -> comm.send(message.data(), Map.of(), message.buffers())));
 * Comm comm = comms.open("plot", Map.of("points", 3), Map.of(), List.of(bytes));
 * }</pre>
 *
 * May import {@code wire} and {@code io}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.comm;
