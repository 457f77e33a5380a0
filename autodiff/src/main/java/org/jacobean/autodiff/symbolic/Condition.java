package org.jacobean.autodiff.symbolic;

import java.util.function.UnaryOperator;

/** A comparison of two formulas: {@code x > 0}. */
public record Condition(Expr left, Relation relation, Expr right) {

  /** How two numbers may compare; NaN compares as in Java. */
  public enum Relation {
    LESS("<", "<", "<"),
    AT_MOST("<=", "≤", "\\le"),
    EQUAL("==", "=", "="),
    NOT_EQUAL("!=", "≠", "\\ne"),
    AT_LEAST(">=", "≥", "\\ge"),
    GREATER(">", ">", ">");

    private final String java;
    private final String unicode;
    private final String latex;

    Relation(String java, String unicode, String latex) {
      this.java = java;
      this.unicode = unicode;
      this.latex = latex;
    }

    public String java() {
      return java;
    }

    public String unicode() {
      return unicode;
    }

    public String latex() {
      return latex;
    }

    public boolean holds(double left, double right) {
      return switch (this) {
        case LESS -> left < right;
        case AT_MOST -> left <= right;
        case EQUAL -> left == right;
        case NOT_EQUAL -> left != right;
        case AT_LEAST -> left >= right;
        case GREATER -> left > right;
      };
    }

    /** The relation of the same numbers with sides exchanged. */
    public Relation mirrored() {
      return switch (this) {
        case LESS -> GREATER;
        case AT_MOST -> AT_LEAST;
        case AT_LEAST -> AT_MOST;
        case GREATER -> LESS;
        case EQUAL, NOT_EQUAL -> this;
      };
    }

    /** The relation that holds of numbers exactly when this one does not. */
    public Relation negated() {
      return switch (this) {
        case LESS -> AT_LEAST;
        case AT_MOST -> GREATER;
        case AT_LEAST -> LESS;
        case GREATER -> AT_MOST;
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
      };
    }
  }

  /** The same condition with a number on the right, as it is usually said: x > 0. */
  public Condition readable() {
    boolean numberFirst = left instanceof Num && !(right instanceof Num);
    return numberFirst ? new Condition(right, relation.mirrored(), left) : this;
  }

  Condition map(UnaryOperator<Expr> change) {
    return new Condition(change.apply(left), relation, change.apply(right));
  }

  public String unicode() {
    return new UnicodePrinter().condition(this);
  }

  public String latex() {
    return new LatexPrinter().condition(this);
  }

  public String java() {
    return new JavaPrinter().condition(this);
  }

  @Override
  public String toString() {
    return new TextPrinter().condition(this);
  }
}
