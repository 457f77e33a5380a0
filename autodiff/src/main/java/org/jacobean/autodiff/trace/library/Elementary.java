package org.jacobean.autodiff.trace.library;

import org.jacobean.autodiff.trace.tape.Primitive;

/**
 * Rules for elementary functions of other libraries, such as FastMath, that compute their values in
 * a way of their own: arguments first, the result last.
 */
public final class Elementary {
  private Elementary() {}

  public static double sin(double a, double result) {
    return Primitive.unary(a, result, Partials::sin);
  }

  public static double cos(double a, double result) {
    return Primitive.unary(a, result, Partials::cos);
  }

  public static double tan(double a, double result) {
    return Primitive.unary(a, result, Partials::tan);
  }

  public static double asin(double a, double result) {
    return Primitive.unary(a, result, Partials::asin);
  }

  public static double acos(double a, double result) {
    return Primitive.unary(a, result, Partials::acos);
  }

  public static double atan(double a, double result) {
    return Primitive.unary(a, result, Partials::atan);
  }

  public static double sinh(double a, double result) {
    return Primitive.unary(a, result, Partials::sinh);
  }

  public static double cosh(double a, double result) {
    return Primitive.unary(a, result, Partials::cosh);
  }

  public static double tanh(double a, double result) {
    return Primitive.unary(a, result, Partials::tanh);
  }

  public static double asinh(double a, double result) {
    return Primitive.unary(a, result, Partials::asinh);
  }

  public static double acosh(double a, double result) {
    return Primitive.unary(a, result, Partials::acosh);
  }

  public static double atanh(double a, double result) {
    return Primitive.unary(a, result, Partials::atanh);
  }

  public static double exp(double a, double result) {
    return Primitive.unary(a, result, Partials::exp);
  }

  public static double expm1(double a, double result) {
    return Primitive.unary(a, result, Partials::expm1);
  }

  public static double log(double a, double result) {
    return Primitive.unary(a, result, Partials::log);
  }

  public static double log1p(double a, double result) {
    return Primitive.unary(a, result, Partials::log1p);
  }

  public static double log10(double a, double result) {
    return Primitive.unary(a, result, Partials::log10);
  }

  public static double sqrt(double a, double result) {
    return Primitive.unary(a, result, Partials::sqrt);
  }

  public static double cbrt(double a, double result) {
    return Primitive.unary(a, result, Partials::cbrt);
  }

  public static double pow(double a, double b, double result) {
    return Primitive.binary(a, b, result, Partials::powBase, Partials::powExponent);
  }

  public static double hypot(double a, double b, double result) {
    return Primitive.binary(a, b, result, Partials::hypotLeft, Partials::hypotRight);
  }

  public static double atan2(double a, double b, double result) {
    return Primitive.binary(a, b, result, Partials::atan2Left, Partials::atan2Right);
  }

  public static double pow(double a, int n, double result) {
    return Primitive.unary(a, result, (x, r) -> Partials.powBase(x, n));
  }

  public static double pow(double a, long n, double result) {
    return Primitive.unary(a, result, (x, r) -> Partials.powBase(x, n));
  }

  public static double scalb(double a, int n, double result) {
    return Primitive.unary(a, result, (x, r) -> Math.scalb(1.0, n));
  }

  public static double toRadians(double a, double result) {
    return Primitive.unary(a, result, (x, r) -> Math.PI / 180);
  }

  public static double toDegrees(double a, double result) {
    return Primitive.unary(a, result, (x, r) -> 180 / Math.PI);
  }

  public static double nextUp(double a, double result) {
    return Primitive.unary(a, result, (x, r) -> 1);
  }

  public static double nextDown(double a, double result) {
    return Primitive.unary(a, result, (x, r) -> 1);
  }
}
