package org.jacobean.magics.course;

import java.util.Random;
import java.util.function.Predicate;

/** Where an answer is asked: seeded points, some of which share a variable with another. */
final class Points {
  private static final int WANTED = 8;
  private static final int TRIES = 200;

  private Points() {}

  /** Points of that dimension the function accepts, the first ranges tried being the plain ones. */
  static double[][] of(int dimension, Predicate<double[]> accepted) {
    Random random = new Random(20);
    double[][] found = new double[WANTED][];
    int count = 0;
    for (int attempt = 0; attempt < TRIES && count < WANTED; attempt++) {
      double[] point = new double[dimension];
      for (int j = 0; j < dimension; j++)
        point[j] =
            Math.round(
                    (attempt < TRIES / 2
                            ? 4 * random.nextDouble() - 2
                            : 2 * random.nextDouble() + 0.1)
                        * 100)
                / 100.0;
      if (count % 2 == 1)
        point[(count / 2) % dimension] = found[count - 1][(count / 2) % dimension];
      if (accepted.test(point)) found[count++] = point;
    }
    return java.util.Arrays.copyOf(found, count);
  }
}
