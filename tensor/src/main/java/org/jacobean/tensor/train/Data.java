package org.jacobean.tensor.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jacobean.tensor.Tensor;

/**
 * Examples: inputs in rows, and for each row a label or a row of targets.
 *
 * @param x inputs, one example a slice along the first axis
 * @param y targets in the same order; one column of zeros where there are labels
 * @param labels class numbers, empty where there are targets
 */
public record Data(Tensor x, Tensor y, int[] labels) {
  public static Data labelled(Tensor x, int... labels) {
    return new Data(x, Tensor.zeros(x.size(0), 1), labels);
  }

  public static Data of(Tensor x, Tensor y) {
    return new Data(x, y, new int[0]);
  }

  public int size() {
    return x.size(0);
  }

  /** The examples of these numbers. */
  public Data take(int... numbers) {
    int[] l = labels.length == 0 ? labels : IntStream.of(numbers).map(i -> labels[i]).toArray();
    return new Data(x.rows(numbers), y.rows(numbers), l);
  }

  /** Two parts, shuffled: the first has a share of the examples. */
  public List<Data> split(double share, long seed) {
    int[] order = shuffled(new Random(seed));
    int n = (int) Math.round(share * order.length);
    return List.of(
        take(java.util.Arrays.copyOf(order, n)),
        take(java.util.Arrays.copyOfRange(order, n, order.length)));
  }

  /** The numbers of the examples of one epoch's batches. */
  List<int[]> batches(int size, Random random) {
    int[] order = shuffled(random);
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < order.length; i += size)
      all.add(java.util.Arrays.copyOfRange(order, i, Math.min(order.length, i + size)));
    return all;
  }

  private int[] shuffled(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(i -> i).toArray();
  }
}
