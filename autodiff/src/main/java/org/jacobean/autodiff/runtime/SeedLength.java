package org.jacobean.autodiff.runtime;

/** Weights for a result of another length. */
public final class SeedLength extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  SeedLength(int result, int seed) {
    super("The result has length " + result + ", the weights for it have length " + seed);
  }
}
