package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number times factors whose bases differ, in the order in which they were first written. A
 * quotient is a product with negative powers.
 */
public final class Product extends Compound {
  private final Num coefficient;
  private final List<Expr> factors;

  private Product(Num coefficient, List<Expr> factors) {
    super(
        Fingerprint.ofUnordered("product", parts(coefficient, factors)),
        parts(coefficient, factors));
    this.coefficient = coefficient;
    this.factors = List.copyOf(factors);
  }

  static Expr of(List<? extends Expr> factors) {
    return new ProductBuilder().timesAll(factors).build();
  }

  /** A number times a formula that has no number in front. */
  static Expr scaled(Num coefficient, Expr rest) {
    if (coefficient.signum() == 0 || rest.isOne()) {
      return coefficient;
    }
    if (coefficient.equals(Num.ONE)) {
      return rest;
    }
    return new Product(coefficient, factorsOf(rest));
  }

  /** Factors already canonical: powers collected, no number among them but in roots. */
  static Expr canonical(Num coefficient, List<Expr> factors) {
    if (coefficient.signum() == 0 || factors.isEmpty()) {
      return coefficient;
    }
    boolean alone = coefficient.equals(Num.ONE) && factors.size() == 1;
    return alone ? factors.get(0) : new Product(coefficient, factors);
  }

  /** The factors of a product without its number; any other formula is its own only factor. */
  static List<Expr> factorsOf(Expr e) {
    if (e instanceof Num) {
      return List.of();
    }
    return e instanceof Product p ? p.factors : List.of(e);
  }

  /** Which base stands in which power, of any formula: x in 2, (x + 1) in −1. */
  static Map<Expr, Expr> powersOf(Expr e) {
    Map<Expr, Expr> powers = new LinkedHashMap<>();
    for (Expr f : factorsOf(e)) {
      powers.put(Power.baseOf(f), Power.exponentOf(f));
    }
    return powers;
  }

  public Num coefficient() {
    return coefficient;
  }

  public List<Expr> factors() {
    return factors;
  }

  Expr withoutCoefficient() {
    return canonical(Num.ONE, factors);
  }

  @Override
  public List<Expr> children() {
    return parts(coefficient, factors);
  }

  private static List<Expr> parts(Num coefficient, List<Expr> factors) {
    if (coefficient.equals(Num.ONE)) {
      return factors;
    }
    List<Expr> all = new ArrayList<>(factors);
    all.add(0, coefficient);
    return all;
  }

  @Override
  boolean sameAs(Compound other) {
    return other instanceof Product p
        && coefficient.equals(p.coefficient)
        && factors.size() == p.factors.size()
        && (Fingerprint.decides(this)
            || factors.equals(p.factors)
            || Set.copyOf(factors).equals(Set.copyOf(p.factors)));
  }
}
