package org.jacobean.autodiff;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** Vector times Jacobian, by one reverse sweep. */
public final class Vjp {
  private final Prepared prepared;
  private final Space space;

  Vjp(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.reverse(signature, space.active());
  }

  public double[] at(double[] x, double[] weights) {
    Frame f = prepared.take();
    double[] g = new double[x.length];
    space.put(f, x);
    space.gather(f, 0, g);
    f.seedRefs[0] = weights;
    if (weights.length > 0) f.seeds[0] = weights[0]; // read when the result is a number
    prepared.run(f);
    space.read(f, 0, g);
    prepared.giveBack(f);
    return g;
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a vector-Jacobian product; at(x, v) gives it";
  }
}
