package org.jacobean.magics.diff.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearTest {
  @Test
  void aKnownMatrixHasItsKnownEigenvalues() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertArrayEquals(new double[] {1, 3}, eigen.values(), 1e-15);
    double r = Math.sqrt(0.5);
    assertArrayEquals(new double[] {r, r}, eigen.vectors()[1], 1e-15);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void eigenvectorsAreTurnedIntoMultiplesOfThemselves(int n) {
    Random random = new Random(n);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = a[j][i] = random.nextGaussian();
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(a);
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        double turned = 0;
        for (int j = 0; j < n; j++) {
          turned += a[i][j] * eigen.vectors()[k][j];
        }
        assertEquals(eigen.values()[k] * eigen.vectors()[k][i], turned, 1e-13);
      }
    }
  }

  @Test
  void diagonalMatricesKeepTheirAxes() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{5, 0}, {0, -1}});
    assertArrayEquals(new double[] {-1, 5}, eigen.values());
    assertArrayEquals(new double[] {0, 1}, eigen.vectors()[0]);
  }

  @Test
  void rankCountsIndependentRows() {
    assertEquals(2, SingularValues.rank(new double[][] {{1, 2}, {3, 4}}));
    assertEquals(1, SingularValues.rank(new double[][] {{1, 2, 3}, {2, 4, 6}}));
    assertEquals(0, SingularValues.rank(new double[][] {{0, 0}}));
    assertEquals(2, SingularValues.rank(new double[][] {{1, 0}, {0, 1e-12}}));
    assertArrayEquals(
        new double[] {5, 3}, SingularValues.of(new double[][] {{0, 3}, {5, 0}, {0, 0}}), 1e-15);
  }
}
