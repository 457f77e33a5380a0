package org.jacobean.autodiff.symbolic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One formula where a condition holds, another where it does not. */
public final class Choice implements Expr {
  private final Condition when;
  private final Expr then;
  private final Expr otherwise;
  private final long fingerprint;
  private final long size;

  private Choice(Condition when, Expr then, Expr otherwise) {
    this.when = when;
    this.then = then;
    this.otherwise = otherwise;
    this.fingerprint = Fingerprint.ofOrdered(when.relation().java(), children());
    this.size = Structure.sizeOf(children());
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
    return List.of(when.left(), when.right(), then, otherwise);
  }

  @Override
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Choice c
            && fingerprint == c.fingerprint
            && when.relation() == c.when.relation()
            && (Fingerprint.decides(this) || children().equals(c.children())));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return new TextPrinter().print(this);
  }
}
