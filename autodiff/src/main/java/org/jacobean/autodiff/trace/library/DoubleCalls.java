package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Texts;

/** Static methods of Double. */
@Replaces(Double.class)
public final class DoubleCalls {
  private DoubleCalls() {}

  public static double sum(double a, double b) {
    return Arithmetic.add(a, b);
  }

  public static double max(double a, double b) {
    return MathCalls.max(a, b);
  }

  public static double min(double a, double b) {
    return MathCalls.min(a, b);
  }

  public static int compare(double a, double b) {
    return Double.compare(plain(a), plain(b));
  }

  public static boolean isNaN(double a) {
    return Double.isNaN(a) && Double.isNaN(plain(a));
  }

  public static boolean isInfinite(double a) {
    return Double.isInfinite(plain(a));
  }

  public static boolean isFinite(double a) {
    return Double.isFinite(plain(a));
  }

  public static int hashCode(double a) {
    return Double.hashCode(plain(a));
  }

  public static String toString(double a) {
    return Values.text(a);
  }

  public static String toHexString(double a) {
    String s = Double.toHexString(plain(a));
    return !Double.isNaN(a) ? s : Texts.made(s);
  }

  public static long doubleToRawLongBits(double a) {
    return Texts.bits(a, Double.doubleToRawLongBits(plain(a)));
  }

  public static long doubleToLongBits(double a) {
    return Texts.bits(a, Double.doubleToLongBits(plain(a)));
  }

  public static double longBitsToDouble(long bits) {
    return Texts.fromBits(bits);
  }

  public static double parseDouble(String s) {
    return Double.parseDouble(Texts.read(s, "Double.parseDouble"));
  }

  public static Double valueOf(String s) {
    return Double.valueOf(Texts.read(s, "Double.valueOf"));
  }

  @Replaces(Float.class)
  public static float parseFloat(String s) {
    return Float.parseFloat(Texts.read(s, "Float.parseFloat"));
  }
}
