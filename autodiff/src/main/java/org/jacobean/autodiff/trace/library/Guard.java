package org.jacobean.autodiff.trace.library;

import org.jacobean.autodiff.trace.contract.Refusal;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jspecify.annotations.Nullable;

/** Refuses active values where nothing is known of what happens to them. */
public final class Guard {
  private Guard() {}

  /** Passes a plain number on. */
  public static double plain(double a, String call) {
    if (Double.isNaN(a) && Tape.active(a)) {
      throw refuse(
          call, "compute it with operations that have derivatives, or mark the value constant");
    }
    return a;
  }

  public static double @Nullable [] plain(double @Nullable [] a, String call) {
    if (Values.anyActive(a)) {
      throw refuse(
          call, "compute it with operations that have derivatives, or mark the value constant");
    }
    return a;
  }

  public static @Nullable Object plain(@Nullable Object o, String call) {
    if (o instanceof Double d) {
      plain(d.doubleValue(), call);
    } else if (o instanceof double[] a) {
      plain(a, call);
    }
    return o;
  }

  /** Refuses to let the JDK hash or compare an active value. */
  static void key(@Nullable Object key, String call) {
    if (Values.active(key)) {
      throw refuse(
          call + " with an active key", "look up by a constant, such as an index or a name");
    }
  }

  /** What a native method throws in a traced run. */
  public static Refusal unknown(String call) {
    return refuse(
        call, "wrap it in a rule of your own (Diff.rule), or call it outside the function");
  }

  static Refusal refuse(String call, String remedy) {
    return Tape.refuse(call, "no derivative passes through this call", remedy);
  }
}
