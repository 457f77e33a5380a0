package org.jacobean.autodiff.reading;

import java.util.Arrays;
import java.util.BitSet;

/** Columns of a matrix in groups, such that no two of a group meet in a row. */
public final class Colouring {
  private Colouring() {}

  /**
   * The colour of each column, as few as a greedy choice in order of falling degree finds.
   *
   * @param rows the columns present in each row
   */
  public static int[] of(BitSet[] rows, int columns) {
    BitSet[] near = new BitSet[columns];
    Arrays.setAll(near, c -> new BitSet());
    for (BitSet row : rows) row.stream().forEach(c -> near[c].or(row));
    Integer[] order = new Integer[columns];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, (a, b) -> near[b].cardinality() - near[a].cardinality());
    int[] colour = new int[columns];
    Arrays.fill(colour, -1);
    for (int c : order) {
      BitSet taken = new BitSet();
      near[c].stream().filter(d -> d != c && colour[d] >= 0).forEach(d -> taken.set(colour[d]));
      colour[c] = near[c].isEmpty() ? -1 : taken.nextClearBit(0);
    }
    return colour;
  }
}
