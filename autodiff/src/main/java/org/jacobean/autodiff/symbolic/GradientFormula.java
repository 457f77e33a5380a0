package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;

/**
 * The partial derivatives of a formula, one for each variable, in the form a person would write.
 */
public record GradientFormula(Expr of, List<Var> variables, List<Expr> partials) {
  public GradientFormula {
    variables = List.copyOf(variables);
    partials = List.copyOf(partials);
  }

  public static GradientFormula of(Expr e, List<Var> variables) {
    return new GradientFormula(e, variables, variables.stream().map(e::derivative).toList());
  }

  /** The partial derivative by one of the variables. */
  public Expr by(Var variable) {
    int i = variables.indexOf(variable);
    return i >= 0 ? partials.get(i) : of.derivative(variable);
  }

  public double[] at(Map<Var, Double> point) {
    Evaluation evaluation = new Evaluation(point);
    return partials.stream().mapToDouble(evaluation::of).toArray();
  }

  /** The second derivatives: row i, column j is ∂²f/∂xᵢ∂xⱼ. */
  public HessianFormula hessian() {
    return new HessianFormula(
        variables,
        partials.stream().map(p -> variables.stream().map(p::derivative).toList()).toList());
  }
}
