package org.jacobean.autodiff.tier;

import org.jspecify.annotations.Nullable;

/**
 * Everything one run of a {@link Sweep} reads and writes, indexed by the leaves of a {@link
 * Signature}. A frame is reused from run to run, so that a run allocates nothing.
 *
 * <p>Reverse: {@code shadows} of active arrays are added to, {@code adjoints} of active numbers are
 * set, {@code seeds} and {@code seedRefs} weigh the results. Forward with k tangents: tangent t of
 * leaf i is at {@code t * leaves + i} of {@code shadows} or {@code adjoints}; the tangents of
 * result r come out at {@code t * results + r} of {@code seeds} or {@code seedRefs}.
 */
public final class Frame {
  /** Arguments that are no double or float; whole numbers and booleans are boxed. */
  public final @Nullable Object[] refs;

  /** Arguments that are double or float. */
  public final double[] numbers;

  public final @Nullable Object[] shadows;
  public final double[] adjoints;

  /** Results that are double or float. */
  public final double[] values;

  /** Results that are arrays. */
  public final @Nullable Object[] results;

  public final double[] seeds;
  public final @Nullable Object[] seedRefs;

  /** What a tier keeps from run to run: the value stack of the compiled one. */
  public @Nullable Object memory;

  public Frame(int leaves, int results, int tangents) {
    refs = new Object[leaves];
    numbers = new double[leaves];
    shadows = new Object[leaves * tangents];
    adjoints = new double[leaves * tangents];
    values = new double[results];
    this.results = new Object[results];
    seeds = new double[results * tangents];
    seedRefs = new Object[results * tangents];
  }
}
