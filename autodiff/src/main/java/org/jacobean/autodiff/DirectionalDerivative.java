package org.jacobean.autodiff;

import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** The rate at which a function changes along a direction: one forward sweep. */
public final class DirectionalDerivative {
  private final Prepared prepared;
  private final Space space;

  DirectionalDerivative(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.forward(signature, space.active(), 1);
  }

  /** Gradient times direction; the direction is taken as it is, not scaled to length one. */
  public double at(double[] x, double[] direction) {
    if (x.length != direction.length)
      throw new BadArgument(
          "The point has " + x.length + " coordinates, the direction " + direction.length);
    Frame f = prepared.take();
    space.put(f, x);
    space.direct(f, 0, direction.clone());
    prepared.run(f);
    double d = f.seeds[0];
    prepared.giveBack(f);
    return d;
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a directional derivative; at(x, v) gives it at a point along a vector";
  }
}
