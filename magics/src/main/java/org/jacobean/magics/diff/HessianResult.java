package org.jacobean.magics.diff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.magics.diff.linear.SymmetricEigen;
import tech.tablesaw.api.Table;

/** The matrix of second derivatives at a point, with what it says about curvature. */
public final class HessianResult implements Showable {
  private static final int SHOWN = 10;

  private final Flat at;
  private final double[][] matrix;
  private final List<List<Formulas.Shown>> formulas;
  private final SymmetricEigen eigen;

  HessianResult(Flat at, double[][] matrix, List<List<Formulas.Shown>> formulas) {
    this.at = at;
    this.matrix = matrix;
    this.formulas = formulas;
    this.eigen = SymmetricEigen.of(matrix);
  }

  /** A copy of the matrix. */
  public double[][] matrix() {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** From the least to the greatest. */
  public double[] eigenvalues() {
    return eigen.values().clone();
  }

  /** Row k is the unit eigenvector of eigenvalue k. */
  public double[][] eigenvectors() {
    return Arrays.stream(eigen.vectors()).map(double[]::clone).toArray(double[][]::new);
  }

  /** Such as {@code positive definite: curves up in every direction, most along (…)}. */
  public String definiteness() {
    return new Curvature(eigen).sentence();
  }

  /** Greatest over least size of an eigenvalue; infinite when one is zero. */
  public double condition() {
    return new Curvature(eigen).condition();
  }

  public Table toTable() {
    return MatrixTable.table("Hessian of " + at.subject().title(), at.names(), at.names(), matrix);
  }

  @Override
  public Bundle show() {
    String caption = "Hessian of " + Naming.point(at.subject());
    Grid.Builder grid =
        formulas.isEmpty()
            ? MatrixTable.grid(caption, at.names(), at.names(), matrix)
            : withFormulas(caption);
    boolean finite =
        Arrays.stream(matrix).flatMapToDouble(DoubleStream::of).allMatch(Double::isFinite);
    if (!finite) {
      return grid.note(Cell.of("An entry is not finite: no curvature can be told.", Cell.Look.WARN))
          .build()
          .show();
    }
    curvature(grid);
    return grid.build().show();
  }

  private Grid.Builder withFormulas(String caption) {
    List<Cell> heads = new java.util.ArrayList<>(List.of(Cell.text("")));
    at.names().forEach(name -> heads.add(Cell.text(name)));
    Grid.Builder grid = Grid.titled(caption).heads(heads);
    for (int i = 0; i < matrix.length; i++) {
      List<Cell> row = new java.util.ArrayList<>(List.of(Cell.text(at.names().get(i))));
      for (int j = 0; j < matrix.length; j++) {
        row.add(entry(formulas.get(i).get(j), matrix[i][j]));
      }
      grid.row(row);
    }
    return grid;
  }

  /** Formula and number in one place; the number alone when the formula is that number. */
  static Cell entry(Formulas.Shown formula, double value) {
    String number = Numbers.format(value);
    if (formula.unicode().replace('−', '-').equals(number)) {
      return Cell.number(value);
    }
    Cell cell = Cell.formula(formula.unicode() + " = " + number, formula.latex() + " = " + number);
    return cell;
  }

  private void curvature(Grid.Builder grid) {
    if (matrix.length > 1) {
      for (int k = 0; k < Math.min(SHOWN, matrix.length) && matrix.length <= SHOWN; k++) {
        grid.note(
            "eigenvalue %s along %s"
                .formatted(
                    Numbers.format(eigen.values()[k]), GradientLook.vector(eigen.vectors()[k])));
      }
      if (matrix.length > SHOWN) {
        grid.note("eigenvalues " + ends());
      }
    }
    String condition =
        matrix.length > 1 ? " Condition number " + Numbers.format(condition(), 5) + "." : "";
    grid.note(capital(definiteness()) + condition);
  }

  private String ends() {
    int n = matrix.length;
    String least = numbers(Arrays.copyOfRange(eigen.values(), 0, 3));
    return least + " … " + numbers(Arrays.copyOfRange(eigen.values(), n - 3, n));
  }

  private static String numbers(double[] values) {
    return DoubleStream.of(values)
        .mapToObj(v -> Numbers.format(v, 5))
        .collect(Collectors.joining(", "));
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  @Override
  public String toString() {
    return show().text();
  }
}
