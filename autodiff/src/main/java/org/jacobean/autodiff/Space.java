package org.jacobean.autodiff;

import java.util.Arrays;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/**
 * The variables of a function as one vector: either its single array parameter or its numbers in
 * order.
 */
final class Space {
  private final Signature signature;
  private final int first;
  private final int leaves;
  private final boolean array;

  Space(Signature signature) {
    this.signature = signature;
    leaves = signature.leaves().size();
    first = signature.bound();
    array = leaves > first && !signature.leaves().get(first).number();
  }

  boolean[] active() {
    return Arguments.all(signature);
  }

  /** Number of variables, or −1 when the length of the array decides. */
  int dimension() {
    return array ? -1 : leaves - first;
  }

  void put(Frame f, double[] x) {
    if (array) {
      f.refs[first] = x;
      return;
    }
    if (x.length != leaves - first)
      throw new BadArgument(
          "`"
              + signature.target().source()
              + "` takes "
              + (leaves - first)
              + " numbers, and got "
              + x.length);
    System.arraycopy(x, 0, f.numbers, first, x.length);
  }

  /** Makes an array the place where a group's adjoints are gathered. */
  void gather(Frame f, int group, double[] into) {
    Arrays.fill(into, 0);
    if (array) f.shadows[group * leaves + first] = into;
  }

  /** Reads what was gathered. */
  void read(Frame f, int group, double[] into) {
    if (!array) System.arraycopy(f.adjoints, group * leaves + first, into, 0, into.length);
  }

  /** Copies a group's products out. */
  void take(Frame f, int group, double[] into) {
    Object a = f.shadows[group * leaves + first];
    if (array && a != null) System.arraycopy(a, 0, into, 0, into.length);
    else read(f, group, into);
  }

  /** Sets a tangent. */
  void direct(Frame f, int group, double[] v) {
    if (array) f.shadows[group * leaves + first] = v;
    else System.arraycopy(v, 0, f.adjoints, group * leaves + first, v.length);
  }
}
