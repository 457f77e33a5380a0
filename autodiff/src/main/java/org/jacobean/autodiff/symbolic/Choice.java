package org.jacobean.autodiff.symbolic;

import java.util.List;

/** One formula where a condition holds, another where it does not. */
public final class Choice extends Compound {
  private final Condition when;
  private final Expr then;
  private final Expr otherwise;

  private Choice(Condition when, Expr then, Expr otherwise) {
    super(
        Fingerprint.ofOrdered(when.relation().java(), parts(when, then, otherwise)),
        parts(when, then, otherwise));
    this.when = when;
    this.then = then;
    this.otherwise = otherwise;
  }

  /** The choice, or its answer where the condition compares two numbers. */
  public static Expr of(Condition when, Expr then, Expr otherwise) {
    if (then.equals(otherwise)) {
      return then;
    }
    if (when.left() instanceof Num left && when.right() instanceof Num right) {
      return when.relation().holds(left.compareTo(right), 0) ? then : otherwise;
    }
    return new Choice(when, then, otherwise);
  }

  public Condition when() {
    return when;
  }

  public Expr then() {
    return then;
  }

  public Expr otherwise() {
    return otherwise;
  }

  @Override
  public List<Expr> children() {
    return parts(when, then, otherwise);
  }

  private static List<Expr> parts(Condition when, Expr then, Expr otherwise) {
    return List.of(when.left(), when.right(), then, otherwise);
  }

  @Override
  boolean sameAs(Compound other) {
    return other instanceof Choice c
        && when.relation() == c.when.relation()
        && (Fingerprint.decides(this) || children().equals(c.children()));
  }
}
