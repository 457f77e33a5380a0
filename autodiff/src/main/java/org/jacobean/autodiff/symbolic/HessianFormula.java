package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;

/** The matrix of second derivatives of a formula. */
public record HessianFormula(List<Var> variables, List<List<Expr>> rows) {
  public HessianFormula {
    variables = List.copyOf(variables);
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static HessianFormula of(Expr e, List<Var> variables) {
    return GradientFormula.of(e, variables).hessian();
  }

  public Expr entry(int row, int column) {
    return rows.get(row).get(column);
  }

  public double[][] at(Map<Var, Double> point) {
    Evaluation evaluation = new Evaluation(point);
    return rows.stream()
        .map(row -> row.stream().mapToDouble(evaluation::of).toArray())
        .toArray(double[][]::new);
  }
}
