package org.jacobean.autodiff.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the forward sweep leaves for the backward one, in three stacks, and the way results pass
 * between generated methods. Plain arrays in plain fields: generated code keeps them in locals, and
 * forward mode can differentiate code that uses them.
 */
public final class ValueStack {
  public double[] d = new double[256];
  public int dp;
  public int[] i = new int[64];
  public int ip;
  public @Nullable Object[] o = new Object[16];
  public int op;

  /** Further results of a call, and the adjoints of its arguments. */
  public double[] ret = new double[2048];

  public int[] iret = new int[1024];
  public @Nullable Object[] oret = new Object[2048];

  public static double[] grow(double[] a, int need) {
    return Arrays.copyOf(a, Math.max(need, a.length * 2));
  }

  public static int[] grow(int[] a, int need) {
    return Arrays.copyOf(a, Math.max(need, a.length * 2));
  }

  public static @Nullable Object[] grow(@Nullable Object[] a, int need) {
    return Arrays.copyOf(a, Math.max(need, a.length * 2));
  }

  /** A whole number kept among the doubles. */
  public static double bits(long x) {
    return Double.longBitsToDouble(x);
  }

  public static long bits(double x) {
    return Double.doubleToRawLongBits(x);
  }

  /** Forgets a run that ended in an exception. */
  public void reset() {
    dp = 0;
    ip = 0;
    op = 0;
  }
}
