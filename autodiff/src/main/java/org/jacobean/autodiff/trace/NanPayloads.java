package org.jacobean.autodiff.trace;

import org.jacobean.autodiff.error.NotDifferentiable;

/**
 * Whether this JVM moves a NaN without changing its payload, as x86-64 and AArch64 do. Where it
 * does not, there is no tracing tier: what the compiled tier cannot do is then refused.
 */
final class NanPayloads {
  private static final boolean KEPT = kept();

  private NanPayloads() {}

  static void check() {
    if (!KEPT) {
      throw new NotDifferentiable(
          "tracing on this JVM (" + System.getProperty("os.arch") + ")",
          "the tracing tier",
          0,
          "it changes the payload of a NaN when it moves one, and active values live there",
          "use what the compiled tier can do, or a JVM on x86-64 or AArch64");
    }
  }

  /** Moves tagged NaNs through fields, arrays, boxes and calls, interpreted and compiled. */
  private static boolean kept() {
    double[] array = new double[2];
    Holder holder = new Holder();
    for (int i = 0; i < 20_000; i++) {
      long bits = 0x7FFDL << 48 | (long) (i & 0xFFFF) << 32 | i * 7L;
      array[0] = through(Double.longBitsToDouble(bits));
      holder.field = array[0];
      Object box = holder.field;
      array[1] = (Double) box;
      if (Double.doubleToRawLongBits(array[1]) != bits) {
        return false;
      }
    }
    return true;
  }

  private static double through(double d) {
    double local = d;
    return local;
  }

  private static final class Holder {
    double field;
  }
}
