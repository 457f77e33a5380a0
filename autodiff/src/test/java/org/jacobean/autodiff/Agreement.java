package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

/**
 * Holds the compiled tier's gradient of a function against its forward mode, differences and the
 * function itself.
 */
final class Agreement {
  private Agreement() {}

  static void holds(ScalarField f, double... x) {
    holds(1e-6, f, x);
  }

  static void holds(double tolerance, ScalarField f, double... x) {
    VectorGradient gradient = Diff.grad(f);
    assertTrue(gradient.explain().startsWith("tier: compiled"), gradient.explain());
    double[] g = new double[x.length];
    double[] before = x.clone();
    double value = gradient.at(x, g);
    assertArrayEquals(before, x, "the point must be left alone");
    assertEquals(f.apply(x.clone()), value, "the value must be the function's own, bit for bit");
    forwardAgrees(f, g, x);
    for (int i = 0; i < x.length; i++) {
      double d = central(f, x, i);
      assertEquals(d, g[i], tolerance * Math.max(1, Math.abs(d)), "partial derivative " + i);
    }
  }

  private static void forwardAgrees(ScalarField f, double[] g, double[] x) {
    double[] v = new Random(7).doubles(x.length, -1, 1).toArray();
    DirectionalDerivative along = Diff.directional(f);
    assertTrue(along.explain().startsWith("tier: compiled"), along.explain());
    double expected = 0;
    for (int i = 0; i < v.length; i++) expected += g[i] * v[i];
    assertEquals(
        expected,
        along.at(x.clone(), v),
        1e-9 * Math.max(1, Math.abs(expected)),
        "forward = reverse");
  }

  static void secondOrderHolds(ScalarField f, double... x) {
    Hessian hessian = Diff.hessian(f);
    assertTrue(hessian.explain().startsWith("tier: compiled"), hessian.explain());
    double[][] h = hessian.at(x);
    VectorGradient g = Diff.grad(f);
    for (int i = 0; i < x.length; i++) {
      double[] a = x.clone();
      double[] b = x.clone();
      a[i] += 1e-5;
      b[i] -= 1e-5;
      double[] up = g.at(a);
      double[] down = g.at(b);
      for (int j = 0; j < x.length; j++) {
        double scale = Math.max(1, Math.abs(h[i][j]));
        assertEquals(h[j][i], h[i][j], 1e-9 * scale, "symmetry at " + i + ", " + j);
        assertEquals(
            (up[j] - down[j]) / 2e-5, h[i][j], 1e-5 * scale, "second derivative " + i + ", " + j);
      }
    }
  }

  static double central(ScalarField f, double[] x, int i) {
    double h = 1e-6 * Math.max(1, Math.abs(x[i]));
    double[] a = x.clone();
    double[] b = x.clone();
    a[i] += h;
    b[i] -= h;
    double width = a[i] - b[i];
    return (f.apply(a) - f.apply(b)) / width;
  }
}
