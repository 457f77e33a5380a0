package org.jacobean.autodiff.symbolic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A formula: a number, a variable, or an operation on formulas. Two formulas are equal when they
 * are the same up to the order of terms and factors.
 */
public sealed interface Expr permits Num, Constant, Var, Compound, PendingDerivative {

  /** The formulas this one is made of, in reading order. */
  List<Expr> children();

  /** How many nodes the formula has when it is written out; saturates at {@code Long.MAX_VALUE}. */
  long size();

  /** Equal formulas have equal fingerprints. */
  long fingerprint();

  /** An exact number: integers stay integers, 0.1 stays one tenth. */
  static Expr number(double value) {
    return Double.isFinite(value) ? Num.of(value) : Constant.nonFinite(value);
  }

  /** A variable of the given name, such as {@code x}, {@code x1} or {@code w[0]}. */
  static Var variable(String name) {
    return new Var(name);
  }

  /** Reads a formula written as {@code 3*x^2 + sin(x*y)/2}; the opposite of {@code toString}. */
  static Expr parse(String text) {
    return new ExprParser(text).parse();
  }

  /** The sum of the terms, flat and with like terms collected. */
  static Expr sum(List<? extends Expr> terms) {
    return Sum.of(terms);
  }

  /** The product of the factors, flat and with like bases collected. */
  static Expr product(List<? extends Expr> factors) {
    return Product.of(factors);
  }

  default Expr plus(Expr other) {
    return sum(List.of(this, other));
  }

  default Expr minus(Expr other) {
    return sum(List.of(this, other.negated()));
  }

  default Expr times(Expr other) {
    return product(List.of(this, other));
  }

  default Expr over(Expr other) {
    return product(List.of(this, other.pow(Num.MINUS_ONE)));
  }

  default Expr pow(Expr exponent) {
    return Power.of(this, exponent);
  }

  default Expr pow(long exponent) {
    return Power.of(this, Num.of(exponent));
  }

  default Expr negated() {
    return product(List.of(Num.MINUS_ONE, this));
  }

  /** The derivative by a variable, in the form a person would write. */
  default Expr derivative(Var by) {
    return new Differentiation(by).of(this).simplified();
  }

  /** The same formula in the form a person would write, as far as it is known how. */
  default Expr simplified() {
    return HumanForm.of(this);
  }

  /** The formula's value where the variables have the given values. */
  default double at(Map<Var, Double> values) {
    return new Evaluation(values).of(this);
  }

  /** The formula with variables replaced. */
  default Expr substitute(Map<Var, ? extends Expr> replacements) {
    return new Substitution(replacements).of(this);
  }

  /** The variables the formula mentions, in reading order. */
  default Set<Var> variables() {
    Set<Var> found = new LinkedHashSet<>();
    Structure.visit(
        this,
        e -> {
          if (e instanceof Var v) {
            found.add(v);
          }
        });
    return found;
  }

  default boolean mentions(Var variable) {
    return variables().contains(variable);
  }

  default boolean isZero() {
    return equals(Num.ZERO);
  }

  default boolean isOne() {
    return equals(Num.ONE);
  }

  /** As in a book, for a terminal: {@code 6x + 2y}, {@code x²}, {@code √x}. */
  default String unicode() {
    return new UnicodePrinter().print(this);
  }

  /** As LaTeX mathematics, without the dollar signs. */
  default String latex() {
    return new LatexPrinter().print(this);
  }

  /** As a Java expression of type double. */
  default String java() {
    return new JavaPrinter().print(this);
  }
}
