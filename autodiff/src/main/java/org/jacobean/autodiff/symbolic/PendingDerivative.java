package org.jacobean.autodiff.symbolic;

import java.util.List;

/**
 * A derivative that is still to be worked out: d/dx (x²), as it stands in the steps of a rule.
 *
 * @param partial whether it is one of several, and so written with ∂
 */
public record PendingDerivative(Expr of, Var by, boolean partial) implements Expr {
  @Override
  public List<Expr> children() {
    return List.of(of);
  }

  @Override
  public long fingerprint() {
    return Fingerprint.ofOrdered("derivative", List.of(of, by));
  }

  @Override
  public long size() {
    return Structure.sizeOf(children());
  }

  /** The formula with every derivative in it worked out. */
  static Expr workedOut(Expr e) {
    return e instanceof PendingDerivative d
        ? new Differentiation(d.by).of(workedOut(d.of))
        : Structure.rebuilt(e, PendingDerivative::workedOut);
  }

  @Override
  public String toString() {
    return new TextPrinter().print(this);
  }
}
