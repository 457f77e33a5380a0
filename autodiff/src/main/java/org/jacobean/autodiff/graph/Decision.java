package org.jacobean.autodiff.graph;

/**
 * A comparison of values that depend on inputs, and how it came out: what the graph and every
 * formula read from it holds for.
 *
 * @param relation how left and right compared at the point: one of {@code < <= == != >= >}
 */
public record Decision(Node left, String relation, Node right, Place place) {

  /** Whether the program asked for equality, and so went a way that only a point goes. */
  public boolean isEquality() {
    return relation.equals("==") || relation.equals("!=");
  }

  /** Whether the compared values are equal: the smallest change may turn the decision. */
  public boolean isAtBorder() {
    return left.value() == right.value();
  }
}
