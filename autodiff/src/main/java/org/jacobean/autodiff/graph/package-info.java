/**
 * Computation graphs: what a method computed at a point, operation by operation, with local
 * partials and the sweeps that make derivatives of them.
 *
 * <pre>{@code
 * ComputationGraph g = ComputationGraph.of((Real2) (x, y) -> x * y + Math.sin(x), 1.0, 2.0);
 * g.nodes();                  // x, y, x·y, sin, +, each with its value
 * g.backprop().steps();       // the reverse sweep, step by step
 * }</pre>
 *
 * <p>The program the engine lifted is interpreted once: numbers are computed as the method would,
 * and beside each number that depends on an input stands the node that made it. May import lift,
 * rule, function, tier and error.
 */
@NullMarked
package org.jacobean.autodiff.graph;

import org.jspecify.annotations.NullMarked;
