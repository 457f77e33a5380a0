/**
 * JJava's kernel class by name: {@code jjava-jupyter}, which is on Maven Central, has the types
 * libraries use; {@code jjava-kernel} with the kernel itself is not.
 */
package org.dflib.jjava.kernel;
