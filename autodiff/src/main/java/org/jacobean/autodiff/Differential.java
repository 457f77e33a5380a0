package org.jacobean.autodiff;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/**
 * The derivative along a direction of a function of one parameter of any shape, by one forward
 * sweep.
 *
 * @param <A> the parameter's type
 */
public final class Differential<A> {
  private final Prepared prepared;
  private final Shadows shadows;

  Differential(Signature signature) {
    boolean[] active = Arguments.all(signature);
    prepared = Prepared.forward(signature, active, 1);
    shadows = new Shadows(signature, active);
  }

  /** The derivative at a point along a direction of the point's own shape. */
  public double at(A point, A direction) {
    Frame f = prepared.take();
    prepared.put(f, point);
    shadows.direct(f, direction);
    prepared.run(f);
    double d = f.seeds[0];
    prepared.giveBack(f);
    return d;
  }

  /** Which tier computes it, and why. */
  public String explain() {
    return prepared.explain();
  }
}
