/**
 * Documentation comments: found in the JDK's {@code src.zip} and in libraries' sources jars, turned
 * into HTML and plain text. Imports nothing of the kernel.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.javadoc;
