package org.jacobean.autodiff.symbolic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * An exact rational number. It remembers whether it was written as a decimal, because 0.4 reads
 * better as 0.4 and one third better as 1/3; equality is by value alone.
 */
public final class Num implements Expr, Comparable<Num> {
  public static final Num ZERO = of(0);
  public static final Num ONE = of(1);
  public static final Num TWO = of(2);
  public static final Num MINUS_ONE = of(-1);
  public static final Num HALF = fraction(1, 2);

  /** Beyond this many bits exactness is worth less than speed, and the number is rounded. */
  private static final int MOST_BITS = 200;

  private static final int DECIMAL_BITS = 60;

  private final BigInteger numerator;
  private final BigInteger denominator;
  private final boolean decimal;

  private Num(BigInteger numerator, BigInteger denominator, boolean decimal) {
    BigInteger gcd = numerator.gcd(denominator);
    BigInteger unit = denominator.signum() < 0 ? gcd.negate() : gcd;
    this.numerator = numerator.divide(unit);
    this.denominator = denominator.divide(unit);
    this.decimal = decimal;
  }

  public static Num of(long value) {
    return new Num(BigInteger.valueOf(value), BigInteger.ONE, false);
  }

  public static Num fraction(long numerator, long denominator) {
    return new Num(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), false);
  }

  /** The number a Java program wrote as this double: 0.1 is one tenth, 1.0/3 one third. */
  public static Num of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is not a finite number; use Expr.number");
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return of((long) value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(value));
    Num third = exact.precision() > 14 ? simpleFraction(value) : null;
    return third != null ? third : ofDecimal(exact);
  }

  /** A number as written in decimals. */
  static Num ofDecimal(BigDecimal exact) {
    BigDecimal plain = exact.stripTrailingZeros();
    return plain.scale() <= 0
        ? new Num(plain.toBigIntegerExact(), BigInteger.ONE, false)
        : new Num(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()), true);
  }

  private static @org.jspecify.annotations.Nullable Num simpleFraction(double value) {
    for (long den = 3; den <= 120; den++) {
      double num = Math.rint(value * den);
      if (num != 0 && Math.abs(num) < 1e6 && num / den == value) {
        return fraction((long) num, den);
      }
    }
    return null;
  }

  private static Num exactOrRounded(BigInteger numerator, BigInteger denominator, boolean decimal) {
    Num exact = new Num(numerator, denominator, decimal);
    int bits = Math.max(exact.numerator.bitLength(), exact.denominator.bitLength());
    if (bits <= (decimal ? DECIMAL_BITS : MOST_BITS)) {
      return exact;
    }
    double rounded = exact.doubleValue();
    boolean lost = !Double.isFinite(rounded) || (rounded == 0 && exact.signum() != 0);
    return lost ? exact : ofDecimal(new BigDecimal(Double.toString(rounded)));
  }

  public Num add(Num other) {
    return exactOrRounded(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator),
        decimal || other.decimal);
  }

  public Num multiply(Num other) {
    return exactOrRounded(
        numerator.multiply(other.numerator),
        denominator.multiply(other.denominator),
        decimal || other.decimal);
  }

  public Num negate() {
    return new Num(numerator.negate(), denominator, decimal);
  }

  public Num abs() {
    return signum() < 0 ? negate() : this;
  }

  /** One over this number, which must not be zero. */
  public Num reciprocal() {
    return new Num(denominator, numerator, decimal);
  }

  /** This number to an integer power, exact; null where it is undefined or too large to write. */
  @org.jspecify.annotations.Nullable
  Num power(long exponent) {
    int bits = Math.max(numerator.bitLength(), denominator.bitLength());
    if ((signum() == 0 && exponent <= 0) || bits * (double) Math.abs(exponent) > 4 * MOST_BITS) {
      return equals(ONE) ? ONE : null;
    }
    int n = (int) Math.abs(exponent);
    Num result = exactOrRounded(numerator.pow(n), denominator.pow(n), decimal);
    return exponent < 0 ? result.reciprocal() : result;
  }

  /** The square root where it is a rational number, else null. */
  @org.jspecify.annotations.Nullable
  Num exactRoot() {
    if (signum() < 0) {
      return null;
    }
    BigInteger top = numerator.sqrt();
    BigInteger bottom = denominator.sqrt();
    boolean exact = top.pow(2).equals(numerator) && bottom.pow(2).equals(denominator);
    return exact ? new Num(top, bottom, decimal) : null;
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Whether this is an integer that fits in an int. */
  boolean isSmallInteger() {
    return isInteger() && numerator.bitLength() < 32;
  }

  boolean isEven() {
    return isInteger() && !numerator.testBit(0);
  }

  long longValue() {
    return numerator.longValueExact();
  }

  public BigInteger numerator() {
    return numerator;
  }

  public BigInteger denominator() {
    return denominator;
  }

  public double doubleValue() {
    boolean exactDoubles = numerator.bitLength() <= 53 && denominator.bitLength() <= 53;
    return exactDoubles
        ? numerator.doubleValue() / denominator.doubleValue()
        : new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), new java.math.MathContext(40))
            .doubleValue();
  }

  /** Whether this number is better written as a decimal than as a fraction. */
  boolean isWrittenAsDecimal() {
    boolean longFraction = numerator.bitLength() > 14 || denominator.bitLength() > 14;
    return !isInteger() && (longFraction || (decimal && isFiniteDecimal()));
  }

  private boolean isFiniteDecimal() {
    BigInteger rest = denominator;
    for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.equals(BigInteger.ONE);
  }

  /** The largest number that divides both; for fractions, of numerators over denominators. */
  Num commonFactor(Num other) {
    return new Num(
        numerator.gcd(other.numerator),
        denominator.multiply(other.denominator).divide(denominator.gcd(other.denominator)),
        decimal || other.decimal);
  }

  @Override
  public List<Expr> children() {
    return List.of();
  }

  @Override
  public long fingerprint() {
    return Fingerprint.ofNumber(numerator, denominator);
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public int compareTo(Num other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Num n
        && numerator.equals(n.numerator)
        && denominator.equals(n.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  /** Digits where they suffice, else a fraction: {@code 3}, {@code 0.4}, {@code 1/3}. */
  String readable() {
    if (isInteger()) {
      return numerator.toString();
    }
    return isWrittenAsDecimal() ? decimalText() : numerator + "/" + denominator;
  }

  /** Whether the readable text means exactly this number. */
  boolean isReadExactly() {
    return !isWrittenAsDecimal() || ofDecimal(new BigDecimal(decimalText())).equals(this);
  }

  /** A text that reads back as this number. */
  @Override
  public String toString() {
    return isReadExactly() ? readable() : numerator + "/" + denominator;
  }

  /** The shortest decimal that means this number as a double. */
  String decimalText() {
    BigDecimal shortest = new BigDecimal(Double.toString(doubleValue())).stripTrailingZeros();
    int magnitude = shortest.precision() - shortest.scale();
    return magnitude > -5 && magnitude < 16 ? shortest.toPlainString() : shortest.toString();
  }
}
