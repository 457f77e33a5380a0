package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.Test;

class SparseTest {
  private static double rosenbrock(double[] x) {
    double s = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      s += 100 * a * a + b * b;
    }
    return s;
  }

  private static double[] point(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) x[i] = Math.sin(i + 1);
    return x;
  }

  private static void same(double[][] wanted, SparseMatrix got) {
    double[][] dense = got.dense();
    for (int i = 0; i < wanted.length; i++) assertArrayEquals(wanted[i], dense[i], 1e-9);
  }

  @Test
  void aTridiagonalHessianTakesThreeProductsAndAProbe() {
    SparseHessian h = Diff.sparseHessian(SparseTest::rosenbrock);
    double[] x = point(200);
    SparseMatrix m = h.at(x);
    assertEquals(3 + 1, h.passes());
    assertEquals(200 + 2 * 199, m.value().length);
    same(Diff.hessian(SparseTest::rosenbrock).at(x), m);
  }

  @Test
  void aPatternThatIsKnownNeedsNoDetection() {
    SparseHessian h = Diff.sparseHessian(SparseTest::rosenbrock, Sparsity.band(50, 1));
    double[] x = point(50);
    same(Diff.hessian(SparseTest::rosenbrock).at(x), h.at(x));
    assertEquals(4, h.passes());
  }

  @Test
  void aPatternThatLeavesSomethingOutIsRefused() {
    SparseHessian h = Diff.sparseHessian(SparseTest::rosenbrock, Sparsity.band(20, 0));
    BadArgument e = assertThrows(BadArgument.class, () -> h.at(point(20)));
    assertTrue(e.getMessage().contains("leaves out entries"), e.getMessage());
  }

  private static double branching(double[] x) {
    return x[0] > 0 ? x[0] * x[1] + x[2] * x[2] : x[1] * x[2] * x[0];
  }

  @Test
  void aPatternFoundElsewhereIsFoundAnew() {
    SparseHessian h = Diff.sparseHessian(SparseTest::branching);
    for (double[] x : new double[][] {{1, 2, 3}, {-1, 2, 3}, {1, 2, 3}})
      same(Diff.hessian(SparseTest::branching).at(x), h.at(x));
  }

  private static double[] stencil(double[] u) {
    double[] r = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double left = i > 0 ? u[i - 1] : 0;
      double right = i + 1 < u.length ? u[i + 1] : 0;
      r[i] = left - 2 * u[i] + right + Math.exp(u[i]);
    }
    return r;
  }

  @Test
  void aStencilsJacobianTakesThreeDirectionsAndAProbe() {
    SparseJacobian j = Diff.sparseJacobian(SparseTest::stencil);
    double[] u = point(300);
    SparseMatrix m = j.at(u);
    assertEquals(3 + 1, j.passes());
    same(Diff.jacobian((VectorField) SparseTest::stencil).at(u), m);
  }

  @Test
  void patternsKnowWhatIsLinear() {
    ScalarField f =
        x -> 3 * x[0] + x[1] * x[2] - Math.abs(x[3]) + Math.max(x[0], x[4]) + x[4] / x[5];
    SparseMatrix m = Diff.sparseHessian(f).at(1, 2, 3, 4, 5, 6);
    assertEquals(2 + 2 + 1, m.value().length);
    same(Diff.hessian(f).at(1, 2, 3, 4, 5, 6), m);
  }
}
