package org.jacobean.autodiff.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;

/**
 * A lambda made by the interpreted program.
 *
 * @param method the method behind it
 * @param type the interface it is seen as
 * @param neighbour the class whose loader knows the method
 */
record Closure(Handle method, List<@Nullable Object> captured, Class<?> type, Class<?> neighbour) {}
