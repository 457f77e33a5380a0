package org.jacobean.display;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them: no trailing zeros, no more digits than they can use. */
public final class Numbers {
  /** Enough to tell results apart, few enough to hide the last digits' rounding. */
  public static final int DIGITS = 7;

  private Numbers() {}

  public static String format(double value) {
    return format(value, DIGITS);
  }

  /** The value rounded to so many significant digits; scientific when far from one. */
  public static String format(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -5 || exponent >= Math.max(digits, 9)) {
      return scientific(rounded, exponent);
    }
    return rounded.toPlainString();
  }

  private static String scientific(BigDecimal value, int exponent) {
    BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + exponent;
  }

  /** As LaTeX, where ten to the power of something is written so. */
  public static String latex(double value) {
    String text = format(value).replace("∞", "\\infty").replace("NaN", "\\text{NaN}");
    int e = text.indexOf('e');
    if (e < 0 || text.contains("\\")) {
      return text;
    }
    return text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
  }
}
