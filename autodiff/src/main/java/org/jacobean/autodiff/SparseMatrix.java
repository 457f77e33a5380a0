package org.jacobean.autodiff;

/**
 * A matrix by the entries that can differ from zero, row by row.
 *
 * @param row row of each entry
 * @param column its column
 * @param value its value
 */
public record SparseMatrix(int rows, int columns, int[] row, int[] column, double[] value) {

  /** The same matrix with all its zeros. */
  public double[][] dense() {
    double[][] m = new double[rows][columns];
    for (int k = 0; k < value.length; k++) m[row[k]][column[k]] = value[k];
    return m;
  }

  public double[] times(double... v) {
    double[] y = new double[rows];
    for (int k = 0; k < value.length; k++) y[row[k]] += value[k] * v[column[k]];
    return y;
  }

  @Override
  public String toString() {
    return rows + "×" + columns + " matrix with " + value.length + " entries";
  }
}
