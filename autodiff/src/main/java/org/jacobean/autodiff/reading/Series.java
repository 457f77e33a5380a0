package org.jacobean.autodiff.reading;

import java.util.Arrays;

/** A power series cut off after its last coefficient. */
record Series(double[] coefficients) {

  static Series constant(double value, int length) {
    double[] c = new double[length];
    c[0] = value;
    return new Series(c);
  }

  int length() {
    return coefficients.length;
  }

  double at(int k) {
    return coefficients[k];
  }

  Series cut(int length) {
    return length == length() ? this : new Series(Arrays.copyOf(coefficients, length));
  }

  /** Whether it is more than a number. */
  boolean varies() {
    for (int k = 1; k < length(); k++) if (coefficients[k] != 0) return true;
    return false;
  }

  Series plus(Series b, double sign) {
    double[] c = coefficients.clone();
    for (int k = 0; k < c.length; k++) c[k] += sign * b.at(k);
    return new Series(c);
  }

  Series negate() {
    return new Series(Arrays.stream(coefficients).map(x -> -x).toArray());
  }

  Series times(Series b) {
    double[] c = new double[length()];
    for (int k = 0; k < c.length; k++)
      for (int j = 0; j <= k; j++) {
        double x = at(j);
        double y = b.at(k - j);
        if (k == 0 || x != 0 && y != 0) c[k] += x * y;
      }
    return new Series(c);
  }

  Series over(Series b) {
    double[] c = new double[length()];
    for (int k = 0; k < c.length; k++) {
      double s = at(k);
      for (int j = 0; j < k; j++) s -= c[j] * b.at(k - j);
      c[k] = s / b.at(0);
    }
    return new Series(c);
  }
}
