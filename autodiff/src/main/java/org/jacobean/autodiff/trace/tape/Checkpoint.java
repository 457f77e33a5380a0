package org.jacobean.autodiff.trace.tape;

import java.util.Arrays;
import org.jacobean.autodiff.trace.contract.IndexedStep;

/**
 * A long loop of which only some states are kept: on the way back each step is run again, from a
 * state kept before it, and only then recorded.
 */
public final class Checkpoint extends Block {
  private final int steps;
  private final double[] start;
  private final double[] end;
  private final double[] state;
  private final IndexedStep step;

  /** The state the last undone step began with: what the step before it must give again. */
  private double[] expected;

  private Checkpoint(int steps, double[] state, double[] end, IndexedStep step) {
    super(Tape.size);
    this.steps = steps;
    this.state = state;
    this.start = plain(state);
    this.end = end;
    this.step = step;
    expected = end;
  }

  public static double[] run(int steps, double[] state, IndexedStep step) {
    if (Tape.tangent != null) return recorded(steps, state, step);
    double[] s = plain(state);
    boolean active = Arrays.stream(state).anyMatch(Tape::active);
    for (int i = 0; i < steps; i++) {
      int mark = Tape.size;
      int outer = Tape.reserve;
      Tape.reserve = 0;
      double[] next = step.apply(i, active ? Block.results(s) : s.clone());
      active |= Tape.size > mark || Arrays.stream(next).anyMatch(Tape::active);
      s = plain(next);
      Tape.reserve = Math.max(outer, Tape.size - mark + s.length + Tape.reserve);
      Tape.truncate(mark);
    }
    if (!active || steps == 0) return steps == 0 ? state.clone() : s;
    Tape.BLOCKS.add(new Checkpoint(steps, state.clone(), s, step));
    return Block.results(s);
  }

  /** Second derivatives need every step on the tape. */
  private static double[] recorded(int steps, double[] state, IndexedStep step) {
    double[] s = state.clone();
    for (int i = 0; i < steps; i++) s = step.apply(i, s);
    return s;
  }

  private static double[] plain(double[] s) {
    double[] p = new double[s.length];
    for (int i = 0; i < p.length; i++) p[i] = Tape.plain(s[i]);
    return p;
  }

  private double[] advance(double[] from, int first, int last) {
    double[] s = from;
    for (int i = first; i < last; i++) {
      int mark = Tape.size;
      s = plain(step.apply(i, s.clone()));
      Tape.truncate(mark);
    }
    return s;
  }

  @Override
  void reverse(double[] adjoint) {
    double[] w = Arrays.copyOfRange(adjoint, place, place + end.length);
    expected = end;
    w = back(adjoint, w, start, 0, steps, Binomial.states(steps));
    for (int i = 0; i < state.length; i++) {
      int k = Double.isNaN(state[i]) ? Tape.index(state[i]) : 0;
      if (k != 0) adjoint[k] += w[i];
    }
  }

  /** Undoes the steps from one number to another, given the state before them. */
  private double[] back(
      double[] adjoint, double[] w, double[] before, int first, int last, int states) {
    double[] v = w;
    int end = last;
    while (end - first > 1 && states > 0) {
      int middle = first + Binomial.split(end - first, states);
      v = back(adjoint, v, advance(before, first, middle), middle, end, states - 1);
      end = middle;
    }
    for (int i = end - 1; i >= first; i--) v = undo(adjoint, v, advance(before, first, i), i);
    return v;
  }

  private double[] undo(double[] adjoint, double[] w, double[] before, int i) {
    int mark = Tape.size;
    double[] in = Block.results(before);
    double[] out = step.apply(i, in.clone());
    if (!Arrays.equals(plain(out), expected)) throw unsteady(i);
    expected = before;
    Arrays.fill(adjoint, mark, Tape.size, 0);
    for (int k = 0; k < out.length; k++) {
      int at = Double.isNaN(out[k]) ? Tape.index(out[k]) : 0;
      if (at != 0) adjoint[at] += w[k];
    }
    Sweep.reverse(adjoint, Tape.size - 1, mark);
    double[] v = Arrays.copyOfRange(adjoint, mark, mark + in.length);
    Tape.truncate(mark);
    return v;
  }

  private static RuntimeException unsteady(int i) {
    throw Tape.refuse(
        "step " + i + " of Diff.checkpoint",
        "run again from the same state it gave another one",
        "let the next state depend on the step's number and the state alone, not on draws or on"
            + " objects that change");
  }

  @Override
  void forward(double[] tangent) {
    double[] t = new double[state.length];
    for (int i = 0; i < t.length; i++)
      t[i] = Double.isNaN(state[i]) ? tangent[Tape.index(state[i])] : 0;
    double[] s = start;
    for (int i = 0; i < steps; i++) {
      int mark = Tape.size;
      double[] out = step.apply(i, Block.results(s));
      Arrays.fill(tangent, mark, Tape.size, 0);
      System.arraycopy(t, 0, tangent, mark, t.length);
      Sweep.forward(tangent, mark, Tape.size - 1);
      t = new double[out.length];
      for (int k = 0; k < t.length; k++)
        t[k] = Double.isNaN(out[k]) ? tangent[Tape.index(out[k])] : 0;
      s = plain(out);
      Tape.truncate(mark);
    }
    System.arraycopy(t, 0, tangent, place, t.length);
  }
}
