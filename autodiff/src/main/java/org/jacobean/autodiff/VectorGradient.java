package org.jacobean.autodiff;

import java.util.Arrays;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** The gradient of a function of one vector or of several numbers, as a vector. */
public final class VectorGradient {
  private final Prepared prepared;
  private final Space space;

  VectorGradient(Signature signature) {
    space = new Space(signature);
    prepared = Prepared.reverse(signature, space.active());
  }

  /** The gradient at a point. */
  public double[] at(double... x) {
    double[] g = new double[x.length];
    at(x, g);
    return g;
  }

  /**
   * Writes the gradient into an array of the same length and returns the value; allocates nothing.
   */
  public double at(double[] x, double[] into) {
    if (into.length != x.length)
      throw new BadArgument(
          "The array for the gradient has length " + into.length + ", the point " + x.length);
    Frame f = prepared.take();
    space.put(f, x);
    space.gather(f, 0, into);
    f.seeds[0] = 1;
    prepared.run(f);
    space.read(f, 0, into);
    double value = f.values[0];
    prepared.giveBack(f);
    return value;
  }

  /** The partial derivatives by the named parameters. */
  public Gradient wrt(String... names) {
    return new Gradient(prepared.signature, Arguments.named(prepared.signature, names));
  }

  /** Names of the variables: the parameters' names, or {@code x[0], x[1], …} of an array. */
  public String[] names(int dimension) {
    int bound = prepared.signature.bound();
    String[] names = new String[dimension];
    String only = prepared.signature.names().get(bound);
    Arrays.setAll(
        names,
        i ->
            space.dimension() < 0
                ? only + "[" + i + "]"
                : prepared.signature.names().get(bound + i));
    return names;
  }

  public String explain() {
    return prepared.explain();
  }

  @Override
  public String toString() {
    return "a gradient; at(…) gives it at a point";
  }
}
