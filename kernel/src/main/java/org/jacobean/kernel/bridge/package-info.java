/**
 * What libraries and magics see of the running kernel: {@link org.jacobean.kernel.extend.Notebook}
 * over the session, and, for libraries written for JJava, a {@code BaseKernel} whose renderer,
 * comms, streams and magics lead to ours. The latter is made when something first asks for it. May
 * import every other package of the kernel but the root.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.bridge;
