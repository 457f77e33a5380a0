package org.jacobean.autodiff.trace.library;

import static org.jacobean.autodiff.trace.tape.Tape.plain;

import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Primitive;
import org.jacobean.autodiff.trace.tape.Tape;

/** Math: elementary functions by rule, rounding as constants, choices by the value. */
@Replaces(Math.class)
public final class MathCalls {
  private MathCalls() {}

  public static double sin(double a) {
    return !Double.isNaN(a) ? Math.sin(a) : Primitive.unary(a, Math.sin(plain(a)), Partials::sin);
  }

  public static double cos(double a) {
    return !Double.isNaN(a) ? Math.cos(a) : Primitive.unary(a, Math.cos(plain(a)), Partials::cos);
  }

  public static double tan(double a) {
    return !Double.isNaN(a) ? Math.tan(a) : Primitive.unary(a, Math.tan(plain(a)), Partials::tan);
  }

  public static double asin(double a) {
    return !Double.isNaN(a)
        ? Math.asin(a)
        : Primitive.unary(a, Math.asin(plain(a)), Partials::asin);
  }

  public static double acos(double a) {
    return !Double.isNaN(a)
        ? Math.acos(a)
        : Primitive.unary(a, Math.acos(plain(a)), Partials::acos);
  }

  public static double atan(double a) {
    return !Double.isNaN(a)
        ? Math.atan(a)
        : Primitive.unary(a, Math.atan(plain(a)), Partials::atan);
  }

  public static double sinh(double a) {
    return !Double.isNaN(a)
        ? Math.sinh(a)
        : Primitive.unary(a, Math.sinh(plain(a)), Partials::sinh);
  }

  public static double cosh(double a) {
    return !Double.isNaN(a)
        ? Math.cosh(a)
        : Primitive.unary(a, Math.cosh(plain(a)), Partials::cosh);
  }

  public static double tanh(double a) {
    return !Double.isNaN(a)
        ? Math.tanh(a)
        : Primitive.unary(a, Math.tanh(plain(a)), Partials::tanh);
  }

  public static double exp(double a) {
    return !Double.isNaN(a) ? Math.exp(a) : Primitive.unary(a, Math.exp(plain(a)), Partials::exp);
  }

  public static double expm1(double a) {
    return !Double.isNaN(a)
        ? Math.expm1(a)
        : Primitive.unary(a, Math.expm1(plain(a)), Partials::expm1);
  }

  public static double log(double a) {
    return !Double.isNaN(a) ? Math.log(a) : Primitive.unary(a, Math.log(plain(a)), Partials::log);
  }

  public static double log1p(double a) {
    return !Double.isNaN(a)
        ? Math.log1p(a)
        : Primitive.unary(a, Math.log1p(plain(a)), Partials::log1p);
  }

  public static double log10(double a) {
    return !Double.isNaN(a)
        ? Math.log10(a)
        : Primitive.unary(a, Math.log10(plain(a)), Partials::log10);
  }

  public static double sqrt(double a) {
    return !Double.isNaN(a)
        ? Math.sqrt(a)
        : Primitive.unary(a, Math.sqrt(plain(a)), Partials::sqrt);
  }

  public static double cbrt(double a) {
    return !Double.isNaN(a)
        ? Math.cbrt(a)
        : Primitive.unary(a, Math.cbrt(plain(a)), Partials::cbrt);
  }

  public static double pow(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? Math.pow(a, b)
        : Primitive.binary(
            a, b, Math.pow(plain(a), plain(b)), Partials::powBase, Partials::powExponent);
  }

  public static double hypot(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? Math.hypot(a, b)
        : Primitive.binary(
            a, b, Math.hypot(plain(a), plain(b)), Partials::hypotLeft, Partials::hypotRight);
  }

  public static double atan2(double a, double b) {
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? Math.atan2(a, b)
        : Primitive.binary(
            a, b, Math.atan2(plain(a), plain(b)), Partials::atan2Left, Partials::atan2Right);
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
    return Choice.copySign(a, Math.copySign(1.0, s));
  }

  public static double scalb(double a, int exponent) {
    double r = Math.scalb(plain(a), exponent);
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> Math.scalb(1.0, exponent));
  }

  public static double toRadians(double a) {
    double r = Math.toRadians(plain(a));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> Math.PI / 180);
  }

  public static double toDegrees(double a) {
    double r = Math.toDegrees(plain(a));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> 180 / Math.PI);
  }

  /** a − q·b, with q the nearest whole quotient, constant around the point. */
  public static double IEEEremainder(double a, double b) {
    double r = Math.IEEEremainder(plain(a), plain(b));
    return !Double.isNaN(a) && !Double.isNaN(b)
        ? r
        : Primitive.binary(a, b, r, (x, y) -> 1, (x, y) -> -Math.rint((plain(x) - r) / plain(y)));
  }

  public static double floor(double a) {
    return Math.floor(plain(a));
  }

  public static double ceil(double a) {
    return Math.ceil(plain(a));
  }

  public static double rint(double a) {
    return Math.rint(plain(a));
  }

  public static double signum(double a) {
    return Math.signum(plain(a));
  }

  public static double ulp(double a) {
    return Math.ulp(plain(a));
  }

  public static double nextUp(double a) {
    return !Double.isNaN(a)
        ? Math.nextUp(a)
        : Primitive.unary(a, Math.nextUp(plain(a)), (x, r) -> 1);
  }

  public static double nextDown(double a) {
    return !Double.isNaN(a)
        ? Math.nextDown(a)
        : Primitive.unary(a, Math.nextDown(plain(a)), (x, r) -> 1);
  }

  public static double nextAfter(double a, double direction) {
    double r = Math.nextAfter(plain(a), plain(direction));
    return !Double.isNaN(a) ? r : Primitive.unary(a, r, (x, y) -> 1);
  }

  public static long round(double a) {
    return Math.round(plain(a));
  }

  public static int getExponent(double a) {
    return Math.getExponent(plain(a));
  }

  public static double clamp(double a, double least, double most) {
    double x = plain(a);
    return x < plain(least) ? least : x > plain(most) ? most : a;
  }

  public static double random() {
    return Tape.draw(false);
  }
}
