package org.jacobean.autodiff.trace.contract;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The tape of one traced world, as the engine drives it. */
public interface Recorder {

  /**
   * Starts a trace owned by the calling thread.
   *
   * @param limit the most operations the tape may hold
   * @param tangents whether every value also carries a tangent, itself recorded
   */
  void begin(int limit, boolean tangents);

  /** What Math.random and StrictMath.random draw from in this trace. */
  void random(Random math, Random strict);

  /** Ends the trace: whatever is still tagged is stale from now on. */
  void end();

  /** A new active value. */
  double input(double value);

  /** A new active value with a tangent; only in a trace with tangents. */
  double input(double value, double tangent);

  /** The plain value of an active or plain number. */
  double plain(double number);

  /** The plain or active tangent of a number. */
  double tangent(double number);

  /** The place of a number on the tape, 0 when it is plain. */
  int index(double number);

  /** How many operations the tape holds. */
  int size();

  /** An array of zeros, one for each place; the same array each time. */
  double[] zeros();

  /**
   * Sweeps backwards.
   *
   * @param seeds adjoints by place, as {@link #zeros} gives them; ends up holding all adjoints
   */
  void reverse(double[] seeds);

  /** Sweeps forwards: tangents by place, set at the inputs, computed for all others. */
  void forward(double[] tangents);

  /** Equality tests that held on an active value, and similar remarks. */
  List<String> warnings();

  /** The first refusal of this trace, even if the traced code swallowed it. */
  @Nullable Refusal refusal();
}
