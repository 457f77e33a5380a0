package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Primitive;
import org.jacobean.autodiff.trace.tape.Tape;

/** StrictMath: elementary functions by rule, rounding as constants, choices by the value. */
@Replaces(StrictMath.class)
public final class StrictMathCalls {
  private StrictMathCalls() {}

  public static double sin(double a) {
    return !Double.isNaN(a)
        ? StrictMath.sin(a)
        : Primitive.unary(a, StrictMath.sin(plain(a)), Partials::sin);
  }

  public static double cos(double a) {
    return !Double.isNaN(a)
        ? StrictMath.cos(a)
        : Primitive.unary(a, StrictMath.cos(plain(a)), Partials::cos);
  }

  public static double tan(double a) {
    return !Double.isNaN(a)
        ? StrictMath.tan(a)
        : Primitive.unary(a, StrictMath.tan(plain(a)), Partials::tan);
  }

  public static double asin(double a) {
    return !Double.isNaN(a)
        ? StrictMath.asin(a)
        : Primitive.unary(a, StrictMath.asin(plain(a)), Partials::asin);
  }

  public static double acos(double a) {
    return !Double.isNaN(a)
        ? StrictMath.acos(a)
        : Primitive.unary(a, StrictMath.acos(plain(a)), Partials::acos);
  }

  public static double atan(double a) {
    return !Double.isNaN(a)
        ? StrictMath.atan(a)
        : Primitive.unary(a, StrictMath.atan(plain(a)), Partials::atan);
  }

  public static double sinh(double a) {
    return !Double.isNaN(a)
        ? StrictMath.sinh(a)
        : Primitive.unary(a, StrictMath.sinh(plain(a)), Partials::sinh);
  }

  public static double cosh(double a) {
    return !Double.isNaN(a)
        ? StrictMath.cosh(a)
        : Primitive.unary(a, StrictMath.cosh(plain(a)), Partials::cosh);
  }

  public static double tanh(double a) {
    return !Double.isNaN(a)
        ? StrictMath.tanh(a)
        : Primitive.unary(a, StrictMath.tanh(plain(a)), Partials::tanh);
  }

  public static double exp(double a) {
    return !Double.isNaN(a)
        ? StrictMath.exp(a)
        : Primitive.unary(a, StrictMath.exp(plain(a)), Partials::exp);
  }

  public static double expm1(double a) {
    return !Double.isNaN(a)
        ? StrictMath.expm1(a)
        : Primitive.unary(a, StrictMath.expm1(plain(a)), Partials::expm1);
  }

  public static double log(double a) {
    return !Double.isNaN(a)
        ? StrictMath.log(a)
        : Primitive.unary(a, StrictMath.log(plain(a)), Partials::log);
  }

  public static double log1p(double a) {
    return !Double.isNaN(a)
        ? StrictMath.log1p(a)
        : Primitive.unary(a, StrictMath.log1p(plain(a)), Partials::log1p);
  }

  public static double log10(double a) {
    return !Double.isNaN(a)
        ? StrictMath.log10(a)
        : Primitive.unary(a, StrictMath.log10(plain(a)), Partials::log10);
  }

  public static double sqrt(double a) {
    return !Double.isNaN(a)
        ? StrictMath.sqrt(a)
        : Primitive.unary(a, StrictMath.sqrt(plain(a)), Partials::sqrt);
  }

  public static double cbrt(double a) {
    return !Double.isNaN(a)
        ? StrictMath.cbrt(a)
        : Primitive.unary(a, StrictMath.cbrt(plain(a)), Partials::cbrt);
  }

  public static double pow(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? StrictMath.pow(a, b)
        : Primitive.binary(
            a, b, StrictMath.pow(plain(a), plain(b)), Partials::powBase, Partials::powExponent);
  }

  public static double hypot(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? StrictMath.hypot(a, b)
        : Primitive.binary(
            a, b, StrictMath.hypot(plain(a), plain(b)), Partials::hypotLeft, Partials::hypotRight);
  }

  public static double atan2(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? StrictMath.atan2(a, b)
        : Primitive.binary(
            a, b, StrictMath.atan2(plain(a), plain(b)), Partials::atan2Left, Partials::atan2Right);
  }

  public static double abs(double a) {
    return Choice.abs(a);
  }

  public static double max(double a, double b) {
    double r = Math.max(a, b);
    return !Double.isNaN(r) ? r : Choice.max(a, b);
  }

  public static double min(double a, double b) {
    double r = Math.min(a, b);
    return !Double.isNaN(r) ? r : Choice.min(a, b);
  }

  public static double fma(double a, double b, double c) {
    double r = Math.fma(a, b, c);
    return !Double.isNaN(r)
        ? r
        : Primitive.revalued(
            Arithmetic.addProduct(c, a, b), Math.fma(plain(a), plain(b), plain(c)));
  }

  public static double copySign(double a, double sign) {
    double s = plain(sign);
    // StrictMath takes every NaN for positive, Math looks at its sign bit
    return Choice.copySign(a, StrictMath.copySign(1.0, s));
  }

  public static double scalb(double a, int exponent) {
    double r = StrictMath.scalb(plain(a), exponent);
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> Math.scalb(1.0, exponent));
  }

  public static double toRadians(double a) {
    double r = StrictMath.toRadians(plain(a));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> Math.PI / 180);
  }

  public static double toDegrees(double a) {
    double r = StrictMath.toDegrees(plain(a));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> 180 / Math.PI);
  }

  /** a − q·b, with q the nearest whole quotient, constant around the point. */
  public static double IEEEremainder(double a, double b) {
    double r = StrictMath.IEEEremainder(plain(a), plain(b));
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? r
        : Primitive.binary(a, b, r, (x, y) -> 1, (x, y) -> -Math.rint((plain(x) - r) / plain(y)));
  }

  public static double floor(double a) {
    return StrictMath.floor(plain(a));
  }

  public static double ceil(double a) {
    return StrictMath.ceil(plain(a));
  }

  public static double rint(double a) {
    return StrictMath.rint(plain(a));
  }

  public static double signum(double a) {
    return StrictMath.signum(plain(a));
  }

  public static double ulp(double a) {
    return StrictMath.ulp(plain(a));
  }

  public static double nextUp(double a) {
    return !Double.isNaN(a)
        ? StrictMath.nextUp(a)
        : Primitive.unary(a, StrictMath.nextUp(plain(a)), (x, r) -> 1);
  }

  public static double nextDown(double a) {
    return !Double.isNaN(a)
        ? StrictMath.nextDown(a)
        : Primitive.unary(a, StrictMath.nextDown(plain(a)), (x, r) -> 1);
  }

  public static double nextAfter(double a, double direction) {
    double r = StrictMath.nextAfter(plain(a), plain(direction));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> 1);
  }

  public static long round(double a) {
    return StrictMath.round(plain(a));
  }

  public static int getExponent(double a) {
    return StrictMath.getExponent(plain(a));
  }

  public static double random() {
    return Tape.draw(true);
  }
}
