/**
 * Threads that run cells, and how they are stopped: asked, thrown out of their loops, and in the
 * end abandoned. Imports {@code load} for the switch that rewritten code looks at.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.run;
