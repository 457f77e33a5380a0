/**
 * What a running cell says and hears: its output with the order kept, standard streams that know
 * which cell a thread belongs to, and input asked of the front end. May import {@code wire}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.io;
