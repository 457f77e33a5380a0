package org.jacobean.autodiff.trace;

/** Tangents of the inputs of a trace: by leaf, and by element where the leaf is an array. */
interface Tangents {
  /** The tangent of a number, or the array of tangents of an array; null where there is none. */
  @org.jspecify.annotations.Nullable
  Object of(int leaf);
}
