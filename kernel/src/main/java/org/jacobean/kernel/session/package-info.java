/**
 * Java, cell by cell: JShell keeps the declarations, a short pass of our own compiles the rest, a
 * loader rewrites and keeps every class. Knows neither sockets nor messages.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session;
