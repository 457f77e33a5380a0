/**
 * Plots: a few words to say what is drawn, Lets-Plot to lay out axes and legends, and our own hand
 * where it draws nothing (contours with labelled levels, surfaces).
 *
 * <pre>{@code
 * Plots.line(xs, ys).title("Loss").xLabel("step").logY()
 * Plots.line(x -> x * x, -3, 3).line(x -> 2 * x - 1, -3, 3, "tangent at 1")
 * Plots.contour((x, y) -> x * x + 3 * y * y, -2, 2, -2, 2)
 * }</pre>
 *
 * <p>Lets-Plot is loaded by the first plot and not before. May import {@code display} and {@code
 * display.html}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.plot;
