package org.jacobean.autodiff.graph;

/** The int that DCMPG and its like give, with what was compared. */
record Comparison(int sign, Real left, Real right) {
  boolean active() {
    return left.active() || right.active();
  }
}
