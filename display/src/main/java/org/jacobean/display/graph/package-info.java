/**
 * Graphs of operations, drawn in layers: arguments above, what is made of them below. An own layout
 * of the Sugiyama kind: layers by longest path, few crossings by medians and swaps, straight long
 * edges by averaging. May import {@code display}, {@code display.html} and {@code display.plot}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.graph;
