package org.jacobean.autodiff;

import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** Hessian times vector, by a forward sweep over the reverse one. */
public final class Hvp {
  private final Prepared prepared;
  private final Space space;

  Hvp(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.forwardOverReverse(signature, space.active(), 1);
  }

  public double[] at(double[] x, double[] v) {
    if (x.length != v.length)
      throw new BadArgument("The point has " + x.length + " coordinates, the vector " + v.length);
    double[][] out = new double[1][x.length];
    products(prepared, space, x, new double[][] {v}, out);
    return out[0];
  }

  /** Hessian times each of several vectors at once. */
  static void products(Prepared p, Space space, double[] x, double[][] v, double[][] into) {
    Frame f = p.take();
    space.put(f, x);
    f.seeds[0] = 1;
    for (int t = 0; t < v.length; t++) space.direct(f, t, v[t]);
    // group t of the shadows is both where a tangent of x goes in and where the product comes out
    p.run(f);
    for (int t = 0; t < v.length; t++) space.take(f, t, into[t]);
    p.giveBack(f);
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a Hessian-vector product; at(x, v) gives it";
  }
}
