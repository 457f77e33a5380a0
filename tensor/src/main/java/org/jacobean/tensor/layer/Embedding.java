package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * A row of numbers for each word.
 *
 * @param table rows by word number
 */
public record Embedding(Tensor table) {
  public static Embedding normal(long seed, int words, int width) {
    return new Embedding(Initial.normal(seed, 1, words, width));
  }

  public Tensor of(int... words) {
    return table.rows(words);
  }
}
