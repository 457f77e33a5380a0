package org.jacobean.autodiff;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/**
 * Hessian times a direction for a function of one parameter of any shape: a record, an array, a
 * value of a library.
 *
 * @param <A> the parameter's type
 */
public final class HessianProduct<A> {
  private final Prepared prepared;
  private final Shadows shadows;

  HessianProduct(Signature signature) {
    boolean[] active = Arguments.all(signature);
    prepared = Prepared.forwardOverReverse(signature, active, 1);
    shadows = new Shadows(signature, active);
  }

  /** The Hessian at a point times a direction of the point's own shape. */
  @SuppressWarnings("unchecked") // derivatives have the shape of what they are taken by
  public A at(A point, A direction) {
    Frame f = prepared.take();
    prepared.put(f, point);
    shadows.direct(f, direction);
    f.seeds[0] = 1;
    prepared.run(f);
    A product = (A) shadows.read(f, 0, point).of(0);
    prepared.giveBack(f);
    return product;
  }

  /** Which tier computes it, and why. */
  public String explain() {
    return prepared.explain();
  }
}
