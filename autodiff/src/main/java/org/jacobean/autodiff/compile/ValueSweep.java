package org.jacobean.autodiff.compile;

import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Sweep;
import org.jacobean.autodiff.value.Active;
import org.jacobean.autodiff.value.Border;
import org.jacobean.autodiff.value.Memory;
import org.jacobean.autodiff.value.Tape;
import org.jspecify.annotations.Nullable;

/**
 * A sweep of a function that values go through: they are made variables of the sweep before it, and
 * their derivatives are read after it.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // of which class a value is, only its library knows
final class ValueSweep implements Sweep {
  enum Mode {
    REVERSE,
    FORWARD,
    FORWARD_OVER_REVERSE
  }

  private final Sweep numbers;
  private final Mode mode;
  private final int[] leaves;
  private final int size;
  private final int tangents;

  private ValueSweep(Sweep numbers, Mode mode, int[] leaves, int size, int tangents) {
    this.numbers = numbers;
    this.mode = mode;
    this.leaves = leaves;
    this.size = size;
    this.tangents = tangents;
  }

  /**
   * @param numbers the sweep for the numbers of the function
   * @param crossed whether the function has values besides its variables
   */
  static Sweep of(
      Sweep numbers, Mode mode, Signature s, boolean[] active, int tangents, boolean crossed) {
    int[] values =
        java.util.stream.IntStream.range(0, active.length)
            .filter(i -> active[i] && s.leaves().get(i).value())
            .toArray();
    return values.length == 0 && !crossed
        ? numbers
        : new ValueSweep(numbers, mode, values, active.length, tangents);
  }

  /** Which leaves are active as numbers. */
  static boolean[] numbers(Signature s, boolean[] active) {
    boolean[] n = active.clone();
    for (int i = 0; i < n.length; i++) n[i] &= !s.leaves().get(i).value();
    return n;
  }

  @Override
  public void run(Frame f) {
    Active[] given = new Active[leaves.length];
    for (int i = 0; i < given.length; i++) given[i] = (Active) f.refs[leaves[i]];
    try (Memory.Lease lease = Memory.open()) {
      if (mode == Mode.FORWARD) forward(f, given);
      else reverse(f, given, lease);
    } finally {
      for (int i = 0; i < given.length; i++) f.refs[leaves[i]] = given[i];
    }
  }

  private void forward(Frame f, Active[] given) {
    for (int i = 0; i < given.length; i++)
      f.refs[leaves[i]] = Border.dual(given[i], directions(f, leaves[i]));
    numbers.run(f);
  }

  private void reverse(Frame f, Active[] given, Memory.Lease lease) {
    Tape tape = Tape.begin();
    try {
      for (int i = 0; i < given.length; i++) {
        Active v = tape.variable(given[i]);
        if (mode == Mode.FORWARD_OVER_REVERSE) Border.direct(v, directions(f, leaves[i]));
        f.refs[leaves[i]] = v;
      }
      numbers.run(f);
      for (int i = 0; i < given.length; i++) read(f, leaves[i], tape, lease);
    } finally {
      tape.end();
    }
  }

  private void read(Frame f, int leaf, Tape tape, Memory.Lease lease) {
    Active adjoint = tape.adjoint((Active) f.refs[leaf]);
    int groups = mode == Mode.REVERSE ? 0 : tangents;
    for (int k = 0; k < groups; k++)
      f.shadows[k * size + leaf] = lease.keep(Border.direction(adjoint, k));
    f.shadows[groups * size + leaf] = lease.keep(adjoint);
  }

  private @Nullable Active[] directions(Frame f, int leaf) {
    Active[] d = new Active[tangents];
    for (int k = 0; k < tangents; k++) d[k] = (Active) f.shadows[k * size + leaf];
    return d;
  }
}
