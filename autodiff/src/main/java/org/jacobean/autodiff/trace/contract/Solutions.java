package org.jacobean.autodiff.trace.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Solutions of equations the plain run solved, in order, so that the traced run need not solve them
 * again: it takes the solution and adds its derivative. One list a thread, while it runs plainly
 * for a trace.
 */
public final class Solutions {
  private static final ThreadLocal<@Nullable Deque<double[]>> NOTED = new ThreadLocal<>();

  private Solutions() {}

  /** Starts a list; gives the one that was being kept. */
  public static @Nullable Deque<double[]> begin() {
    Deque<double[]> outer = NOTED.get();
    NOTED.set(new ArrayDeque<>());
    return outer;
  }

  /** Called by a solver that found a solution. */
  public static double[] note(double[] z) {
    Deque<double[]> list = NOTED.get();
    if (list != null) {
      list.addLast(z.clone());
    }
    return z;
  }

  /** The next solution of the plain run. */
  public static double @Nullable [] next() {
    Deque<double[]> list = NOTED.get();
    return list == null ? null : list.pollFirst();
  }

  /** Puts back what {@link #begin} gave. */
  public static void end(@Nullable Deque<double[]> outer) {
    NOTED.set(outer);
  }
}
