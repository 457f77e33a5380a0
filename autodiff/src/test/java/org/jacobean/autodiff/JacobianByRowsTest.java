package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Few results of many variables: a Jacobian by rows, also where the number of results changes. */
class JacobianByRowsTest {
  private static double[] sums(double[] x) {
    double[] r = new double[x[0] > 0 ? 2 : 3];
    for (int i = 0; i < x.length; i++) r[i % r.length] += x[i] * x[i];
    return r;
  }

  @Test
  void theNumberOfResultsMayChange() {
    Jacobian j = Diff.jacobian(JacobianByRowsTest::sums);
    double[] x = new double[20];
    for (int i = 0; i < 20; i++) x[i] = i + 1;
    for (int round = 0; round < 3; round++) {
      x[0] = 1;
      assertEquals(2, j.at(x).length);
      assertEquals(2 * x[3], j.at(x)[1][3]);
      x[0] = -1;
      assertEquals(3, j.at(x).length);
      assertArrayEquals(new double[] {0, 0, 2 * x[5]}, column(j.at(x), 5));
    }
  }

  private static double[] column(double[][] m, int c) {
    double[] v = new double[m.length];
    for (int r = 0; r < v.length; r++) v[r] = m[r][c];
    return v;
  }

  @Test
  void weightsOfAnotherLengthAreRefused() {
    Vjp v = Diff.vjp(JacobianByRowsTest::sums);
    assertEquals(
        "The result has length 2, the weights for it have length 5",
        assertThrows(IllegalArgumentException.class, () -> v.at(new double[] {1, 2}, new double[5]))
            .getMessage());
  }
}
