package org.jacobean.autodiff.tier;

import org.jacobean.autodiff.error.NotDifferentiable;

/** A way of differentiating. The facade asks each in turn until one does not refuse. */
public interface Tier {
  /** The word {@code explain()} uses. */
  String name();

  /**
   * A sweep that gives the value and the adjoints of active leaves.
   *
   * @param signature the function, flattened to leaves
   * @param active which leaves to differentiate by
   * @throws NotDifferentiable when the function holds something this tier cannot do
   */
  Sweep reverse(Signature signature, boolean[] active);

  /** A sweep that gives the value and so many directional derivatives at once. */
  Sweep forward(Signature signature, boolean[] active, int tangents);

  /**
   * Reverse mode differentiated forward: tangents of the adjoints come out where the tangents went
   * in.
   */
  Sweep forwardOverReverse(Signature signature, boolean[] active, int tangents);
}
