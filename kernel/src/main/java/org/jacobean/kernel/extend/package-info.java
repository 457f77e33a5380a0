/**
 * What joins the kernel from outside: magics, renderers of values, default imports. A contribution
 * is a class and a line under {@code META-INF/services}; the kernel finds it by ServiceLoader and
 * knows nothing else of it. May import jjava's display types and nothing else of the kernel.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.extend;
