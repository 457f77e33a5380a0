package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

import java.util.Objects;
import org.jacobean.autodiff.trace.tape.Comparison;
import org.jspecify.annotations.Nullable;

/** Instance methods that may meet a boxed active value. */
@Replaces(
    value = {Double.class, Number.class, Object.class},
    instance = true)
public final class BoxCalls {
  private BoxCalls() {}

  public static int compareTo(Double a, Double b) {
    return Double.compare(plain(a), plain(b));
  }

  @Replaces(value = Comparable.class, instance = true)
  public static int compareTo(Comparable<Object> a, Object b) {
    return (Object) a instanceof Double ? Values.compare(a, b) : a.compareTo(b);
  }

  public static boolean isNaN(Double a) {
    return DoubleCalls.isNaN(a);
  }

  public static boolean isInfinite(Double a) {
    return DoubleCalls.isInfinite(a);
  }

  public static int intValue(Number a) {
    return a instanceof Double d ? Comparison.toInt(d) : a.intValue();
  }

  public static long longValue(Number a) {
    return a instanceof Double d ? Comparison.toLong(d) : a.longValue();
  }

  public static float floatValue(Number a) {
    return a instanceof Double d ? Comparison.toFloat(d) : a.floatValue();
  }

  public static short shortValue(Number a) {
    return a instanceof Double d ? (short) Comparison.toInt(d) : a.shortValue();
  }

  public static byte byteValue(Number a) {
    return a instanceof Double d ? (byte) Comparison.toInt(d) : a.byteValue();
  }

  public static boolean equals(Object a, @Nullable Object b) {
    return a instanceof Double ? Objects.equals(Values.plain(a), Values.plain(b)) : a.equals(b);
  }

  public static int hashCode(Object a) {
    return a instanceof Double d ? DoubleCalls.hashCode(d) : a.hashCode();
  }

  public static String toString(Object a) {
    return a instanceof Double d ? Values.text(d.doubleValue()) : a.toString();
  }
}
