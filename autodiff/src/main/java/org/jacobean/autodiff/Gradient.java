package org.jacobean.autodiff;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/**
 * The gradient of a function with any parameters, by all of them or by those chosen with {@code
 * wrt}.
 */
public final class Gradient {
  private final Prepared prepared;
  private final Shadows shadows;

  Gradient(Signature signature, boolean[] active) {
    prepared = Prepared.reverse(signature, active);
    shadows = new Shadows(signature, active);
  }

  /** The same gradient by the named parameters alone. */
  public Gradient wrt(String... names) {
    return new Gradient(prepared.signature, Arguments.named(prepared.signature, names));
  }

  /** The same gradient by the parameters at these positions alone, counted from 0. */
  public Gradient wrt(int... positions) {
    return new Gradient(prepared.signature, Arguments.numbered(prepared.signature, positions));
  }

  /** Partial derivatives at a point given as the function's arguments. */
  public Partials at(Object... args) {
    return valueAt(args).partials();
  }

  /** Value and partial derivatives at a point. */
  public Valued valueAt(Object... args) {
    Frame f = prepared.take();
    prepared.put(f, args);
    shadows.clear(f);
    f.seeds[0] = 1;
    prepared.run(f);
    Valued v = new Valued(f.values[0], shadows.read(f, 0, args));
    prepared.giveBack(f);
    return v;
  }

  /** Which tier computes it, and why. */
  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a gradient; at(…) gives it at a point";
  }
}
