/**
 * For notebooks written for older kernels: what IJava's and JJava's own classes did, done by the
 * running kernel. The classes they name stand under their old names in {@code
 * io.github.spencerpark.ijava} and {@code org.dflib.jjava.kernel} and lead here; all of them reach
 * the kernel through jjava's {@code BaseKernel.notebookKernel()}. May import {@code extend} and
 * jjava's and IJava's public types, nothing else of the kernel.
 */
@NullMarked
package org.jacobean.kernel.compat;

import org.jspecify.annotations.NullMarked;
