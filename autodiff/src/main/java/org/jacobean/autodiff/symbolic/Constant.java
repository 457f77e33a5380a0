package org.jacobean.autodiff.symbolic;

import java.util.List;

/** A number with a name: π, e, and the two that are no numbers, ∞ and NaN. */
public enum Constant implements Expr {
  PI("π", "\\pi", "Math.PI", "pi", Math.PI),
  E("e", "e", "Math.E", "e", Math.E),
  INFINITY("∞", "\\infty", "Double.POSITIVE_INFINITY", "inf", Double.POSITIVE_INFINITY),
  NAN("NaN", "\\mathrm{NaN}", "Double.NaN", "nan", Double.NaN);

  private final String unicode;
  private final String latex;
  private final String java;
  private final String text;
  private final double value;

  Constant(String unicode, String latex, String java, String text, double value) {
    this.unicode = unicode;
    this.latex = latex;
    this.java = java;
    this.text = text;
    this.value = value;
  }

  static Expr nonFinite(double value) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    return value > 0 ? INFINITY : INFINITY.negated();
  }

  public double value() {
    return value;
  }

  boolean isFinite() {
    return Double.isFinite(value);
  }

  String unicodeName() {
    return unicode;
  }

  String latexName() {
    return latex;
  }

  String javaName() {
    return java;
  }

  String textName() {
    return text;
  }

  @Override
  public List<Expr> children() {
    return List.of();
  }

  @Override
  public long fingerprint() {
    return Fingerprint.ofText("constant", text);
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
