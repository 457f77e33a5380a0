package org.jacobean.autodiff.symbolic;

import java.util.List;

/**
 * A derivative worked out step by step, each rule before the steps it calls for.
 *
 * @param steps in reading order; a step's parts follow it, one deeper
 * @param result the derivative in the form a person would write
 */
public record Derivation(Expr of, Var by, List<Step> steps, Expr result) {
  public Derivation {
    steps = List.copyOf(steps);
  }

  public static Derivation of(Expr e, Var by) {
    boolean partial = e.variables().stream().anyMatch(v -> !v.equals(by));
    DerivationWriter writer = new DerivationWriter(by, partial);
    writer.write(e, 0);
    return new Derivation(e, by, writer.steps(), e.derivative(by));
  }

  /** The rules in the order of their use. */
  public List<Rule> rules() {
    return steps.stream().map(Step::rule).toList();
  }
}
