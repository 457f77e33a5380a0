package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatrixMagicsTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double[] F(double x, double y) { return new double[] {x*y, x + y, x*x}; }");
    notebook.cell("double saddle(double x, double y) { return x*x - y*y; }");
    notebook.cell(
        """
        double half(double[] w, double[][] X, double[] y) {
          double s = 0;
          for (int i = 0; i < y.length; i++) {
            double r = -y[i];
            for (int j = 0; j < w.length; j++) r += w[j] * X[i][j];
            s += r * r;
          }
          return s / 2;
        }
        double[][] X = {{1, 1}, {1, 2}};
        double[] y = {2, 5};
        double[] w = {0, 0};
        """);
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @Test
  void theHessianOfABowlIsPositiveDefinite() {
    HessianResult h = (HessianResult) notebook.cell("%hessian f(1, 2)");
    assertArrayEquals(new double[] {6, 2}, h.matrix()[0], 1e-12);
    assertArrayEquals(new double[] {2, 2}, h.matrix()[1], 1e-12);
    assertArrayEquals(new double[] {4 - Math.sqrt(8), 4 + Math.sqrt(8)}, h.eigenvalues(), 1e-12);
    String text = h.show().text();
    assertTrue(text.contains("Positive definite: curves up in every direction"), text);
    assertTrue(text.contains("Condition number 5.8284"), text);
  }

  @Test
  void aSaddleIsNamedWithItsDirections() {
    String text = notebook.text("%hessian saddle(0, 0)");
    assertTrue(text.contains("a saddle: curves up along (1, 0), down along (0, 1)"), text);
  }

  @Test
  void leastSquaresHaveTheProductOfTheirMatrixAsHessian() {
    HessianResult h = (HessianResult) notebook.cell("%hessian half(w, X, y) wrt w");
    assertArrayEquals(new double[] {2, 3}, h.matrix()[0], 1e-9);
    assertArrayEquals(new double[] {3, 5}, h.matrix()[1], 1e-9);
    assertArrayEquals(new double[] {2, 3}, product("%hvp half(w, X, y) wrt w along (1, 0)"), 1e-12);
    assertArrayEquals(
        new double[] {-7, -12},
        ((GradientResult) notebook.cell("%grad half(w, X, y) wrt w")).vector(),
        1e-12);
  }

  @Test
  void aJacobianHasARowForEachResult() {
    JacobianResult j = (JacobianResult) notebook.cell("%jacobian F(1, 2)");
    assertArrayEquals(new double[] {2, 1}, j.matrix()[0], 1e-15);
    assertArrayEquals(new double[] {1, 1}, j.matrix()[1], 1e-15);
    assertArrayEquals(new double[] {2, 0}, j.matrix()[2], 1e-15);
    assertEquals(2, j.rank());
    String text = j.show().text();
    assertTrue(text.contains("F[2]  2  0"), text);
    assertTrue(text.contains("3 × 2, rank 2"), text);
    assertEquals(3, j.toTable().rowCount());
  }

  @Test
  void productsAreThoseOfTheMatrices() {
    assertArrayEquals(new double[] {2, 1, 2}, product("%jvp F(1, 2) along (1, 0)"), 1e-15);
    assertArrayEquals(new double[] {4, 1}, product("%vjp F(1, 2) along (1, 0, 1)"), 1e-15);
    assertArrayEquals(new double[] {8, 4}, product("%hvp f(1, 2) along (1, 1)"), 1e-12);
    assertArrayEquals(new double[] {16}, product("%directional f(1, 2) along (1, 1)"), 1e-12);
    assertTrue(notebook.text("%jvp F(1, 2) along (1, 0)").contains("one forward sweep"));
  }

  @Test
  void theWorkedDirectionsOfSteepestAscent() {
    notebook.cell("double c(double x1, double x2) { return x1*x1 + 3*x1*x2 + x2*x2*x2; }");
    assertArrayEquals(new double[] {8}, product("%directional c(1, 2) along (1, 0)"), 1e-12);
    assertArrayEquals(new double[] {15}, product("%directional c(1, 2) along (0, 1)"), 1e-12);
    assertArrayEquals(
        new double[] {17}, product("%directional c(1, 2) along (8.0/17, 15.0/17)"), 1e-12);
    assertArrayEquals(new double[] {0}, product("%directional c(1, 2) along (15, -8)"), 1e-12);
  }

  private static double[] product(String magic) {
    return ((ProductResult) notebook.cell(magic)).vector();
  }

  @Test
  void vectorsThatDoNotFitAreCounted() {
    String error = notebook.error("%jvp F(1, 2) along (1, 0, 3)");
    assertTrue(
        error.contains("along has 3 numbers, and 2 are needed, such as along (1, 1)"), error);
    assertTrue(notebook.error("%hvp f(1, 2)").contains("a vector is missing after along"));
    assertTrue(notebook.error("%hvp f(1, 2) along (\"a\", 1)").contains("neither"));
  }

  @Test
  void aGradientCheckGivesItsVerdictInWords() {
    CheckResult good = (CheckResult) notebook.cell("%gradcheck f(1, 2)");
    assertTrue(good.agrees());
    assertTrue(good.worst() < 1e-14, "the complex step errs by rounding alone");
    assertEquals(10.0, good.toTable().doubleColumn("complex step").get(0));
    assertTrue(good.show().text().contains("All agree"), good.show().text());
    assertTrue(good.show().html().contains("class=\"good\""));
    notebook.cell("double corner(double x) { return Math.abs(x); }");
    CheckResult bad = (CheckResult) notebook.cell("%gradcheck corner(1e-9)");
    assertTrue(!bad.agrees());
    assertTrue(bad.show().text().contains("differs"), bad.show().text());
    notebook.cell("double looked(double x) { return new double[] {x, 2 * x}[x > 5 ? 1 : 0]; }");
    assertTrue(((CheckResult) notebook.cell("%gradcheck looked(1)")).agrees());
  }
}
