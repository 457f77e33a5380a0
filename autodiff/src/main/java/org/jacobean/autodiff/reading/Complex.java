package org.jacobean.autodiff.reading;

/**
 * A complex number whose imaginary part may be as small as 1e-100: every function here keeps it to
 * full relative accuracy.
 */
record Complex(double re, double im) {

  Complex plus(Complex b) {
    return new Complex(re + b.re, im + b.im);
  }

  Complex minus(Complex b) {
    return new Complex(re - b.re, im - b.im);
  }

  Complex negate() {
    return new Complex(-re, -im);
  }

  Complex scale(double c) {
    return new Complex(re * c, im * c);
  }

  Complex times(Complex b) {
    return new Complex(re * b.re - im * b.im, re * b.im + im * b.re);
  }

  /** Smith's method. */
  Complex over(Complex b) {
    if (Math.abs(b.re) >= Math.abs(b.im)) {
      double q = b.im / b.re;
      double d = b.re + b.im * q;
      return new Complex((re + im * q) / d, (im - re * q) / d);
    }
    double q = b.re / b.im;
    double d = b.re * q + b.im;
    return new Complex((re * q + im) / d, (im * q - re) / d);
  }

  Complex exp() {
    double e = Math.exp(re);
    return new Complex(e * Math.cos(im), e * Math.sin(im));
  }

  Complex expm1() {
    double half = Math.sin(im / 2);
    return new Complex(
        Math.expm1(re) * Math.cos(im) - 2 * half * half, Math.exp(re) * Math.sin(im));
  }

  Complex log() {
    return new Complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
  }

  Complex log1p() {
    double x = 1 + re;
    return new Complex(0.5 * Math.log1p(re * (2 + re) + im * im), Math.atan2(im, x));
  }

  Complex sin() {
    return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
  }

  Complex cos() {
    return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
  }

  Complex sinh() {
    return new Complex(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im));
  }

  Complex cosh() {
    return new Complex(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im));
  }

  /** (tanh a + i tan b) / (1 + i tanh a tan b). */
  Complex tanh() {
    double a = Math.tanh(re);
    double b = Math.tan(im);
    double small = 1 / Math.cosh(re);
    double d = 1 + a * a * b * b;
    return new Complex(a * (1 + b * b) / d, b * small * small / d);
  }

  Complex tan() {
    return sin().over(cos());
  }

  Complex atan() {
    double y = 1 - im;
    return new Complex(
        0.5 * Math.atan2(2 * re, (1 - re) * (1 + re) - im * im),
        0.25 * Math.log1p(4 * im / (re * re + y * y)));
  }

  Complex asin() {
    Complex root = new Complex(1, 0).minus(this).times(new Complex(1, 0).plus(this)).sqrt();
    return over(root).atan();
  }

  Complex acos() {
    return new Complex(Math.PI / 2, 0).minus(asin());
  }

  Complex sqrt() {
    double m = Math.hypot(re, im);
    if (m == 0) return this;
    double r = Math.sqrt((m + Math.abs(re)) / 2);
    return re >= 0
        ? new Complex(r, im / (2 * r))
        : new Complex(Math.abs(im) / (2 * r), Math.copySign(r, im));
  }

  /** The real root where the number is real. */
  Complex cbrt() {
    if (re < 0) return negate().cbrt().negate();
    double r = Math.cbrt(Math.hypot(re, im));
    double third = Math.atan2(im, re) / 3;
    return new Complex(r * Math.cos(third), r * Math.sin(third));
  }

  /** Of a negative base only whole powers are real. */
  Complex pow(Complex y) {
    if (y.im == 0 && y.re == 0) return new Complex(1, 0);
    if (re < 0 && y.im == 0 && y.re == Math.rint(y.re)) {
      Complex p = negate().pow(y);
      return y.re % 2 == 0 ? p : p.negate();
    }
    if (y.im == 0) {
      double angle = Math.atan2(im, re) * y.re;
      double size = Math.pow(Math.hypot(re, im), y.re);
      return new Complex(size * Math.cos(angle), size * Math.sin(angle));
    }
    return re == 0 && im == 0 ? new Complex(0, 0) : log().times(y).exp();
  }
}
