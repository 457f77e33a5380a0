package org.jacobean.display.plot;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jacobean.display.DisplayException.Undrawable;

/**
 * A function of two variables on a grid.
 *
 * @param zs by row (y) and column (x)
 */
record Samples(double[] xs, double[] ys, double[][] zs) {

  static Samples of(
      DoubleBinaryOperator f, double xFrom, double xTo, double yFrom, double yTo, int count) {
    double[] xs = Numerals.spaced(xFrom, xTo, count);
    double[] ys = Numerals.spaced(yFrom, yTo, count);
    double[][] zs = new double[count][count];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < count; i++) {
        zs[j][i] = f.applyAsDouble(xs[i], ys[j]);
      }
    }
    Samples samples = new Samples(xs, ys, zs);
    if (samples.finite().findAny().isEmpty()) {
      throw new Undrawable(
          "there is nothing to draw: the function has no finite value for x from %s to %s and y from %s to %s"
              .formatted(xFrom, xTo, yFrom, yTo));
    }
    return samples;
  }

  DoubleStream finite() {
    return Stream.of(zs).flatMapToDouble(DoubleStream::of).filter(Double::isFinite);
  }

  double least() {
    return finite().min().orElseThrow();
  }

  double greatest() {
    return finite().max().orElseThrow();
  }

  /** Where the least value lies: x and y. */
  double[] lowest() {
    double least = least();
    for (int j = 0; j < ys.length; j++) {
      for (int i = 0; i < xs.length; i++) {
        if (zs[j][i] == least) {
          return new double[] {xs[i], ys[j]};
        }
      }
    }
    throw new AssertionError("the least of the values is one of them");
  }

  /** With a ring of depths around, so that every region of heights is closed. */
  Samples fenced() {
    int n = xs.length;
    double[][] fenced = new double[ys.length + 2][n + 2];
    for (double[] row : fenced) {
      java.util.Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int j = 0; j < ys.length; j++) {
      System.arraycopy(zs[j], 0, fenced[j + 1], 1, n);
    }
    return new Samples(ends(xs), ends(ys), fenced);
  }

  private static double[] ends(double[] values) {
    double[] more = new double[values.length + 2];
    System.arraycopy(values, 0, more, 1, values.length);
    more[0] = values[0];
    more[more.length - 1] = values[values.length - 1];
    return more;
  }
}
