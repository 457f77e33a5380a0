package org.jacobean.autodiff;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** The derivative of a function of one real variable. */
public final class Derivative {
  private final Prepared prepared;

  Derivative(Signature signature) {
    prepared = Prepared.forward(signature, Arguments.all(signature), 1);
  }

  public double at(double x) {
    Frame f = prepared.take();
    int i = prepared.signature.bound();
    f.numbers[i] = x;
    f.adjoints[i] = 1;
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
    return "a derivative; at(x) gives it at a point";
  }
}
