package org.jacobean.magics.diff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.magics.diff.linear.SingularValues;
import tech.tablesaw.api.Table;

/** The matrix of first derivatives of a function with several results. */
public final class JacobianResult implements Showable {
  private final Flat at;
  private final double[][] matrix;

  JacobianResult(Flat at, double[][] matrix) {
    this.at = at;
    this.matrix = matrix;
  }

  /** A copy: row i holds the derivatives of result i. */
  public double[][] matrix() {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** How many directions it keeps apart. */
  public int rank() {
    return SingularValues.rank(matrix);
  }

  /** From the greatest to the least. */
  public double[] singularValues() {
    return SingularValues.of(matrix);
  }

  public Table toTable() {
    return MatrixTable.table("Jacobian of " + at.subject().title(), rows(), at.names(), matrix);
  }

  private List<String> rows() {
    String f = Naming.symbol(at.subject());
    return IntStream.range(0, matrix.length).mapToObj(i -> f + "[" + i + "]").toList();
  }

  @Override
  public Bundle show() {
    String caption = "Jacobian of " + Naming.point(at.subject());
    Grid.Builder grid = MatrixTable.grid(caption, rows(), at.names(), matrix);
    boolean finite =
        Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    String shape = matrix.length + " × " + at.names().size();
    return grid.note(
            finite
                ? Cell.text(
                    shape
                        + ", rank "
                        + rank()
                        + ", singular values "
                        + GradientLook.vector(Arrays.stream(singularValues()).limit(10).toArray()))
                : Cell.of(shape + "; an entry is not finite, so it has no rank", Cell.Look.WARN))
        .build()
        .show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
