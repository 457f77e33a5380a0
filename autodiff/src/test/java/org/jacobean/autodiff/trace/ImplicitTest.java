package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.check;
import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.junit.jupiter.api.Test;

/** Solutions of equations, fixed points and minima, with derivatives by the implicit theorem. */
class ImplicitTest {

  @Test
  void rootsOfEquations() {
    double[] g =
        gradient(
            x -> Diff.implicit(z -> new double[] {z[0] * z[0] - x[0]}, new double[] {1})[0], 2);
    assertEquals(0.5 / Math.sqrt(2), g[0], 1e-14);
    check(
        x -> {
          double[] z =
              Diff.implicit(
                  u ->
                      new double[] {
                        u[0] * u[0] + x[0] * u[1] - 3, Math.sin(u[1]) + u[0] * x[1] - 1
                      },
                  new double[] {1, 0.3});
          return z[0] * z[1] + x[0];
        },
        1.2,
        0.7);
  }

  @Test
  void fixedPointsDifferentiateAtTheMemoryOfOneIteration() {
    System.setProperty("jacobean.tape.operations", "200");
    try {
      double[] g =
          gradient(
              x ->
                  Diff.fixedPoint(
                      z -> new double[] {Math.cos(x[0] * z[0]) * 0.9}, new double[] {0.5})[0],
              0.9);
      double z = 0.5;
      for (int i = 0; i < 10_000; i++) {
        z = Math.cos(0.9 * z) * 0.9;
      }
      double fz = -0.81 * Math.sin(0.9 * z);
      double fx = -0.9 * z * Math.sin(0.9 * z);
      assertEquals(fx / (1 - fz), g[0], 1e-10);
    } finally {
      System.clearProperty("jacobean.tape.operations");
    }
  }

  @Test
  void minimaOfCosts() {
    check(
        1e-6,
        x -> {
          double[] z =
              Diff.argmin(
                  u ->
                      Math.pow(u[0] - x[0], 2)
                          + 3 * Math.pow(u[1] - x[1] * u[0], 2)
                          + Math.exp(u[0] * 0.1),
                  new double[] {0, 0});
          return z[0] + 2 * z[1];
        },
        1.2,
        0.7);
  }

  @Test
  void whatDoesNotConvergeSaysSo() {
    BadArgument e =
        assertThrows(
            BadArgument.class,
            () -> Diff.implicit(z -> new double[] {z[0] * z[0] + 1}, new double[] {1}));
    assertTrue(e.getMessage().contains("implicit did not converge"), e.getMessage());
    e =
        assertThrows(
            BadArgument.class,
            () -> Diff.fixedPoint(z -> new double[] {2 * z[0] + 1}, new double[] {1}));
    assertTrue(e.getMessage().contains("fixedPoint did not converge"), e.getMessage());
    NotDifferentiable n =
        assertThrows(
            NotDifferentiable.class,
            () ->
                Traced.hvp(
                    x -> Diff.implicit(z -> new double[] {z[0] * z[0] - x[0]}, new double[] {1})[0],
                    new double[] {2},
                    new double[] {1}));
    assertTrue(n.getMessage().contains("second derivative is not known"), n.getMessage());
  }
}
