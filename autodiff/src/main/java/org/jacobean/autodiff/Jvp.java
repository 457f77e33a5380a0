package org.jacobean.autodiff;

import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** Jacobian times vector, by one forward sweep. */
public final class Jvp {
  private final Prepared prepared;
  private final Space space;

  Jvp(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.forward(signature, space.active(), 1);
  }

  public double[] at(double[] x, double[] v) {
    if (x.length != v.length)
      throw new BadArgument("The point has " + x.length + " coordinates, the vector " + v.length);
    Frame f = prepared.take();
    space.put(f, x);
    space.direct(f, 0, v.clone());
    prepared.run(f);
    Object d = f.seedRefs[0];
    double[] out = d == null ? new double[] {f.seeds[0]} : ((double[]) d).clone();
    prepared.giveBack(f);
    return out;
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a Jacobian-vector product; at(x, v) gives it";
  }
}
