/**
 * Source to classes in one short pass of the JDK's compiler, kept warm between cells: its state is
 * reused, it sees only the session classes a cell mentions, and nothing touches a disk. Needs the
 * compiler's {@code api}, {@code code} and {@code util} packages exported to it. Imports {@code
 * read} for positions and nothing else of the kernel.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.compile;
