package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.function.Functions;
import org.junit.jupiter.api.Test;

/** One array in two places. */
class SharedArraysTest {
  static double reads(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * a[i] * b[i];
    return s;
  }

  static double writes(double[] a, double[] b) {
    a[0] = b[0] * b[0];
    b[1] = a[0] * 3;
    return a[0] * b[0] + a[1] * b[1];
  }

  static double rows(double[][] m) {
    m[0][0] = m[1][0] * 2;
    return m[0][0] * m[1][1];
  }

  private static double inside(double[] a, double[] b, double t) {
    double old = b[1];
    a[1] = t * t;
    double now = b[1];
    for (int i = 0; i < 2; i++) a[0] += b[i] * t + now * old;
    return b[0] * a[1];
  }

  /** The method called gets one array twice, and then two arrays. */
  static double givenTwice(double[] x) {
    double[] u = {x[0], x[1]};
    double[] v = {x[1] * 2, Math.sin(x[0])};
    return inside(u, u, x[2]) + inside(u, v, x[0]) * inside(v, v, x[1]);
  }

  @Test
  void anArrayGivenTwiceHasDerivativesByEachParameter() {
    double[] x = {1, 2};
    List<?> g = parts(Diff.grad(Functions.target(SharedArraysTest.class, "reads")).at(x, x));
    assertArrayEquals(new double[] {2, 8}, (double[]) g.get(0));
    assertArrayEquals(new double[] {1, 4}, (double[]) g.get(1));
  }

  private static List<?> parts(Partials p) {
    return List.of(p.vector("a"), p.vector("b"));
  }

  @Test
  void anArrayGivenTwiceAndOverwrittenIsRefused() {
    double[] x = {1, 2};
    Gradient g = Diff.grad(Functions.target(SharedArraysTest.class, "writes"));
    BadArgument e = assertThrows(BadArgument.class, () -> g.at(x, x));
    assertEquals(
        "`a` and `b` share an array, which the function overwrites: pass a copy of one",
        e.getMessage());
    assertEquals(2, parts(g.at(x, x.clone())).size());
    Gradient m = Diff.grad(Functions.target(SharedArraysTest.class, "rows"));
    BadArgument r = assertThrows(BadArgument.class, () -> m.at((Object) new double[][] {x, x}));
    assertTrue(r.getMessage().startsWith("Two rows of `m` are one array"), r.getMessage());
  }

  @Test
  void aMethodGivenOneArrayTwiceIsDifferentiatedAsSuch() {
    Agreement.holds(SharedArraysTest::givenTwice, new double[] {0.3, 0.7, 1.1});
    Agreement.secondOrderHolds(SharedArraysTest::givenTwice, new double[] {0.3, 0.7, 1.1});
  }

  /** ReLU′(0) = 0 whichever argument is the constant; two active arguments share. */
  @Test
  void tiesOfMaxAndMin() {
    assertEquals(0, Diff.derivative(x -> Math.max(x, 0)).at(0));
    assertEquals(0, Diff.derivative(x -> Math.max(0, x)).at(0));
    assertEquals(0, Diff.derivative(x -> Math.min(x, 0)).at(0));
    double zero = Diff.constant(0.0);
    assertEquals(0, Diff.derivative(x -> Math.max(zero, x)).at(0));
    assertArrayEquals(new double[] {0.5, 0.5}, Diff.grad((x, y) -> Math.max(x, y)).at(1, 1));
    assertArrayEquals(
        new double[] {0, 0},
        Diff.grad((double[] x) -> Math.max(x[0], 0) + Math.max(0, x[1])).at(0, 0));
  }
}
