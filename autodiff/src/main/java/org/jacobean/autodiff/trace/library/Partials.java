package org.jacobean.autodiff.trace.library;

/**
 * Partials of the elementary functions, in plain Java of argument x and result r. This class is
 * itself rewritten, so that a partial of an active argument is recorded too (second derivatives).
 */
final class Partials {
  private Partials() {}

  static double sin(double x, double r) {
    return Math.cos(x);
  }

  static double cos(double x, double r) {
    return -Math.sin(x);
  }

  static double tan(double x, double r) {
    return 1 + r * r;
  }

  static double asin(double x, double r) {
    return 1 / Math.sqrt(1 - x * x);
  }

  static double acos(double x, double r) {
    return -1 / Math.sqrt(1 - x * x);
  }

  static double atan(double x, double r) {
    return 1 / (1 + x * x);
  }

  static double sinh(double x, double r) {
    return Math.cosh(x);
  }

  static double cosh(double x, double r) {
    return Math.sinh(x);
  }

  static double tanh(double x, double r) {
    return 1 - r * r;
  }

  static double asinh(double x, double r) {
    return 1 / Math.sqrt(x * x + 1);
  }

  static double acosh(double x, double r) {
    return 1 / Math.sqrt(x * x - 1);
  }

  static double atanh(double x, double r) {
    return 1 / (1 - x * x);
  }

  static double exp(double x, double r) {
    return r;
  }

  static double expm1(double x, double r) {
    return r + 1;
  }

  static double log(double x, double r) {
    return 1 / x;
  }

  static double log1p(double x, double r) {
    return 1 / (1 + x);
  }

  static double log10(double x, double r) {
    return 1 / (x * Math.log(10));
  }

  static double sqrt(double x, double r) {
    return 0.5 / r;
  }

  static double cbrt(double x, double r) {
    return 1 / (3 * r * r);
  }

  /** By the sign; 0 at 0, where the two sides disagree. */
  static double abs(double x, double r) {
    return Math.signum(x);
  }

  static double powBase(double x, double y) {
    return y == 0 ? 0 : y * Math.pow(x, y - 1);
  }

  /** x^y ln x; 0 at x = 0. */
  static double powExponent(double x, double y) {
    return x == 0 ? 0 : Math.pow(x, y) * Math.log(x);
  }

  static double hypotLeft(double x, double y) {
    double r = Math.hypot(x, y);
    return r == 0 ? 0 : x / r;
  }

  static double hypotRight(double x, double y) {
    double r = Math.hypot(x, y);
    return r == 0 ? 0 : y / r;
  }

  static double atan2Left(double y, double x) {
    return x / (x * x + y * y);
  }

  static double atan2Right(double y, double x) {
    return -y / (x * x + y * y);
  }
}
