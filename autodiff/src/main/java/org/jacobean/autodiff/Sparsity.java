package org.jacobean.autodiff;

import java.util.Arrays;
import java.util.BitSet;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.reading.Colouring;

/** Which entries of a matrix can differ from zero. */
public final class Sparsity {
  private final BitSet[] rows;
  private final int columns;

  Sparsity(BitSet[] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** A pattern given as a matrix: true where an entry can differ from zero. */
  public static Sparsity of(boolean[][] entries) {
    BitSet[] rows = new BitSet[entries.length];
    int columns = entries.length == 0 ? 0 : entries[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (entries[i].length != columns)
        throw new BadArgument("Row " + i + " of the pattern has another length than row 0");
      rows[i] = new BitSet();
      for (int j = 0; j < columns; j++) rows[i].set(j, entries[i][j]);
    }
    return new Sparsity(rows, columns);
  }

  /** The pattern of a band matrix: |i − j| at most the width. */
  public static Sparsity band(int n, int width) {
    BitSet[] rows = new BitSet[n];
    for (int i = 0; i < n; i++) {
      rows[i] = new BitSet();
      rows[i].set(Math.max(0, i - width), Math.min(n, i + width + 1));
    }
    return new Sparsity(rows, n);
  }

  public int rows() {
    return rows.length;
  }

  public int columns() {
    return columns;
  }

  public boolean has(int row, int column) {
    return rows[row].get(column);
  }

  /** How many entries can differ from zero. */
  public int entries() {
    return Arrays.stream(rows).mapToInt(BitSet::cardinality).sum();
  }

  BitSet row(int i) {
    return rows[i];
  }

  /** Columns in groups that meet in no row; −1 for an empty column. */
  int[] colours() {
    return Colouring.of(rows, columns);
  }

  /** Seed vectors, one a colour. */
  double[][] seeds(int[] colour) {
    double[][] v = new double[Arrays.stream(colour).max().orElse(-1) + 1][columns];
    for (int j = 0; j < columns; j++) if (colour[j] >= 0) v[colour[j]][j] = 1;
    return v;
  }

  /**
   * The matrix of products with the seeds.
   *
   * @param products by colour
   */
  SparseMatrix decompress(int[] colour, double[][] products) {
    int n = entries();
    int[] r = new int[n];
    int[] c = new int[n];
    double[] v = new double[n];
    int next = 0;
    for (int i = 0; i < rows.length; i++)
      for (int j = rows[i].nextSetBit(0); j >= 0; j = rows[i].nextSetBit(j + 1)) {
        r[next] = i;
        c[next] = j;
        v[next++] = products[colour[j]][i];
      }
    return new SparseMatrix(rows.length, columns, r, c, v);
  }
}
