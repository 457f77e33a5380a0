/**
 * Mathematics one can touch: the surface to click, the descent and the backward sweep to step
 * through, the dial. Each is a widget whose front end lies beside it as an ES module, and has a
 * static form, the same module with its data in a page of its own, for readers without a kernel.
 *
 * <p>May import {@code widget}, {@code html}, {@code plot} and the engine's facade.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.live;
