package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A base in a power; roots and reciprocals are powers too, and eˣ is the exponential function. */
public final class Power extends Compound {
  private final Expr base;
  private final Expr exponent;

  private Power(Expr base, Expr exponent) {
    super(Fingerprint.ofOrdered("power", List.of(base, exponent)), List.of(base, exponent));
    this.base = base;
    this.exponent = exponent;
  }

  static Expr of(Expr base, Expr exponent) {
    if (exponent.isZero() || base.isOne()) {
      return Num.ONE;
    }
    if (exponent.isOne()) {
      return base;
    }
    Expr simpler =
        exponent instanceof Num n ? numericPower(base, n) : symbolicPower(base, exponent);
    return simpler != null ? simpler : new Power(base, exponent);
  }

  private static @Nullable Expr symbolicPower(Expr base, Expr exponent) {
    boolean undoesLog = base == Constant.E && exponent instanceof Call c && c.isCallOf("log");
    return undoesLog ? exponent.children().get(0) : null;
  }

  private static @Nullable Expr numericPower(Expr base, Num n) {
    if (base instanceof Num b) {
      return powerOfNumber(b, n);
    }
    if (base instanceof Power p && (n.isInteger() || p.base == Constant.E)) {
      return of(p.base, p.exponent.times(n));
    }
    if (base instanceof Product p && n.isInteger()) {
      return Product.of(
          Stream.concat(Stream.of(of(p.coefficient(), n)), p.factors().stream().map(f -> of(f, n)))
              .toList());
    }
    if (base instanceof Sum s && n.isInteger() && Structure.isNegative(s)) {
      return Product.of(List.of(of(Num.MINUS_ONE, n), new Power(Structure.negatedTerms(s), n)));
    }
    return base instanceof Product p ? rootOfProduct(p, n) : null;
  }

  private static @Nullable Expr powerOfNumber(Num base, Num n) {
    if (base.signum() == 0) {
      return n.signum() > 0 ? Num.ZERO : Constant.INFINITY;
    }
    if (n.isSmallInteger()) {
      return base.power(n.longValue());
    }
    Num root = n.multiply(Num.TWO).isSmallInteger() ? base.exactRoot() : null;
    return root == null ? null : root.power(n.multiply(Num.TWO).longValue());
  }

  /** √(4x) = 2√x: a square number comes out of a root. */
  private static @Nullable Expr rootOfProduct(Product p, Num n) {
    Expr outside = p.coefficient().equals(Num.ONE) ? null : powerOfNumber(p.coefficient(), n);
    return outside == null ? null : outside.times(of(p.withoutCoefficient(), n));
  }

  static Expr baseOf(Expr e) {
    return e instanceof Power p ? p.base : e;
  }

  static Expr exponentOf(Expr e) {
    return e instanceof Power p ? p.exponent : Num.ONE;
  }

  public Expr base() {
    return base;
  }

  public Expr exponent() {
    return exponent;
  }

  @Override
  public List<Expr> children() {
    return List.of(base, exponent);
  }

  @Override
  boolean sameAs(Compound other) {
    return other instanceof Power p
        && (Fingerprint.decides(this) || (exponent.equals(p.exponent) && base.equals(p.base)));
  }
}
