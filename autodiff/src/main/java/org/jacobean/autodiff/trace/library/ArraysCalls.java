package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jacobean.autodiff.trace.tape.Texts;
import org.jspecify.annotations.Nullable;

/** Arrays: order and equality by plain values. */
@Replaces(Arrays.class)
public final class ArraysCalls {
  private ArraysCalls() {}

  public static void sort(double[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(double[] a, int from, int to) {
    if (!Values.anyActive(a)) {
      Arrays.sort(a, from, to);
      return;
    }
    double[] sorted =
        Arrays.stream(a, from, to)
            .boxed()
            .sorted(Comparator.comparingDouble(Tape::plain))
            .mapToDouble(d -> d)
            .toArray();
    System.arraycopy(sorted, 0, a, from, sorted.length);
  }

  public static void parallelSort(double[] a) {
    sort(a, 0, a.length);
  }

  public static void parallelSort(double[] a, int from, int to) {
    sort(a, from, to);
  }

  public static void sort(Object[] a) {
    Arrays.sort(a, Values.ORDER);
  }

  public static void sort(Object[] a, int from, int to) {
    Arrays.sort(a, from, to, Values.ORDER);
  }

  public static <T> void sort(T[] a, @Nullable Comparator<? super T> order) {
    Arrays.sort(a, order == null ? Values.ORDER : order);
  }

  public static int binarySearch(double[] a, double key) {
    return Arrays.binarySearch(Values.plain(a), plain(key));
  }

  public static int binarySearch(double[] a, int from, int to, double key) {
    return Arrays.binarySearch(Values.plain(a), from, to, plain(key));
  }

  public static boolean equals(double @Nullable [] a, double @Nullable [] b) {
    return Arrays.equals(Values.plain(a), Values.plain(b));
  }

  public static int compare(double @Nullable [] a, double @Nullable [] b) {
    return Arrays.compare(Values.plain(a), Values.plain(b));
  }

  public static int mismatch(double[] a, double[] b) {
    return Arrays.mismatch(Values.plain(a), Values.plain(b));
  }

  public static int hashCode(double @Nullable [] a) {
    return Arrays.hashCode(Values.plain(a));
  }

  public static int hashCode(Object @Nullable [] a) {
    return Arrays.hashCode(Values.plain(a));
  }

  public static boolean equals(Object @Nullable [] a, Object @Nullable [] b) {
    return Arrays.equals(Values.plain(a), Values.plain(b));
  }

  public static String toString(double @Nullable [] a) {
    String s = Arrays.toString(Values.plain(a));
    return Values.anyActive(a) ? Texts.made(s) : s;
  }

  public static String toString(Object @Nullable [] a) {
    String s = Arrays.toString(Values.plain(a));
    return Values.anyActive(a) ? Texts.made(s) : s;
  }

  public static void parallelPrefix(double[] a, DoubleBinaryOperator f) {
    parallelPrefix(a, 0, a.length, f);
  }

  public static void parallelPrefix(double[] a, int from, int to, DoubleBinaryOperator f) {
    for (int i = from + 1; i < to; i++) {
      a[i] = f.applyAsDouble(a[i - 1], a[i]);
    }
  }

  public static void parallelSetAll(double[] a, java.util.function.IntToDoubleFunction f) {
    Arrays.setAll(a, f);
  }
}
