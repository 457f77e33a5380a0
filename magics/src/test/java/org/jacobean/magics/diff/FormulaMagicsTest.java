package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jacobean.display.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormulaMagicsTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double q(double x) { return 0.4*x*x*x*x - 2*x*x + 0.5*x + 2; }");
    notebook.cell(
        "double peano(double x, double y) {"
            + " return x == 0 && y == 0 ? 0 : x*y*(x*x - y*y) / (x*x + y*y); }");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  private static String partial(String rest) {
    return ((PartialResult) notebook.cell("%partial " + rest)).unicode();
  }

  @Test
  void workedDerivatives() {
    assertEquals("6x + 2y", partial("f d/dx"));
    assertEquals("2x + 2y", partial("f d/dy"));
    assertEquals("2xy", partial("x*x*y + 3*y d/dx"));
    assertEquals("x² + 3", partial("x*x*y + 3*y d/dy"));
    assertEquals("6x", partial("3*x*x d/dx"));
    assertEquals("6x(x² + 5)²", partial("pow(x*x + 5, 3) d/dx"));
    assertEquals("6x", partial("3*x*x + 2*y d/dx").replace(" ", ""));
    assertEquals("2", partial("f d2/dxdy"));
    assertEquals("6", partial("f d2/dx2"));
  }

  @Test
  void stepsNameTheirRules() {
    PartialResult result = (PartialResult) notebook.cell("%partial sin(x*x) d/dx");
    assertTrue(result.rules().contains("chain rule"), result.rules().toString());
    Bundle bundle = result.show();
    assertTrue(bundle.text().contains("chain rule"), bundle.text());
    assertTrue(
        bundle.get("text/latex").orElseThrow().startsWith("$$\\frac{\\partial f}{\\partial x} ="));
    assertTrue(bundle.text().startsWith("∂f/∂x = 2x·cos"), bundle.text());
    assertTrue(result.toTable().rowCount() >= 2);
  }

  @Test
  void byDefinitionTheQuotientsSettleAtTheDerivative() {
    QuotientResult q = (QuotientResult) notebook.cell("%partial q(2.2) d/dx by definition");
    assertEquals(8.7368, q.limit(), 1e-7);
    assertEquals(12, q.toTable().rowCount());
  }

  @Test
  void peanosFunctionHasTwoMixedDerivativesAtTheOrigin() {
    QuotientResult xy =
        (QuotientResult) notebook.cell("%partial peano(0, 0) d2/dxdy by definition");
    QuotientResult yx =
        (QuotientResult) notebook.cell("%partial peano(0, 0) d2/dydx by definition");
    assertEquals(-1, xy.limit(), 1e-6);
    assertEquals(1, yx.limit(), 1e-6);
    assertTrue(xy.show().text().contains("by x, then by y, by definition"));
    GradientResult automatic = (GradientResult) notebook.cell("%grad peano(0, 0)");
    assertArrayEquals(new double[] {0, 0}, automatic.vector());
    assertTrue(automatic.show().text().contains("equality test"), automatic.show().text());
  }

  @Test
  void operatorsThatMakeNoSenseAreExplained() {
    assertTrue(notebook.error("%partial f").contains("write d/dx after the function"));
    assertTrue(notebook.error("%partial f d/dz").contains("names none of the variables x, y"));
    assertTrue(notebook.error("%partial f d2/dx").contains("the order above is 2 and below 1"));
    assertTrue(notebook.error("%partial f(1,2) d/dx by hand").contains("the word definition"));
  }

  @Test
  void taylorPolynomialsInPowersOfTheDisplacement() {
    String text = notebook.text("%taylor f(1, 2) order 2");
    assertTrue(text.contains("11 + 10(x − 1) + 6(y − 2)"), text);
    String sine = notebook.text("%taylor sin(x) at x=0 order 5");
    assertTrue(sine.contains("x − (1/6)x³") || sine.contains("x − x³/6"), sine);
    assertTrue(notebook.error("%taylor f(1, 2) order two").contains("not a whole number"));
  }

  @Test
  void criticalPointsAreFoundAndClassified() {
    CriticalResult c = (CriticalResult) notebook.cell("%critical q x=-3..3");
    assertEquals(
        List.of("minimum", "minimum", "maximum"),
        c.points().stream().map(CriticalResult.Point::kind).toList());
    assertEquals(-1.64, c.points().get(0).at()[0], 0.005);
    assertEquals(1.51, c.points().get(1).at()[0], 0.005);
    assertEquals(0.13, c.points().get(2).at()[0], 0.005);
    CriticalResult two =
        (CriticalResult) notebook.cell("%critical x*x*x - 3*x + y*y x=-2..2 y=-1..1");
    assertEquals(
        List.of("minimum", "saddle"),
        two.points().stream().map(CriticalResult.Point::kind).toList());
    assertArrayEquals(new double[] {1, 0}, two.points().get(0).at(), 1e-9);
    assertTrue(notebook.error("%critical q").contains("ranges are missing"));
    assertTrue(notebook.text("%critical exp(x) x=0..1").contains("No critical point was found"));
  }

  @Test
  void theWaysOfDifferentiatingSideBySide() {
    CompareResult c = (CompareResult) notebook.cell("%compare f(1, 2)");
    assertEquals(5, c.ways().size());
    assertArrayEquals(new double[] {10, 6}, c.gradient("automatic, reverse mode"), 1e-14);
    assertArrayEquals(new double[] {10, 6}, c.gradient("automatic, forward mode"), 1e-14);
    assertTrue(c.error("numeric, forward difference") < 1e-6);
    assertTrue(c.error("numeric, central difference") < 1e-9);
    assertEquals(0, c.error("symbolic"));
    String text = c.show().text();
    assertTrue(text.contains("3 evaluations") && text.contains("4 evaluations"), text);
    assertTrue(text.contains("2 tangents") && text.contains("1 sweep"), text);
    assertEquals(5, c.toTable().rowCount());
  }

  @Test
  void forwardModeOfManyNumbersTakesOneSweepEach() {
    notebook.cell("double sq(double[] v) { double s = 0; for (double x : v) s += x*x; return s; }");
    notebook.cell("double[] halves = new double[40]; java.util.Arrays.fill(halves, 0.5);");
    CompareResult c = (CompareResult) notebook.cell("%compare sq(halves)");
    double[] ones = new double[40];
    java.util.Arrays.fill(ones, 1);
    assertArrayEquals(ones, c.gradient("automatic, forward mode"), 1e-14);
    assertTrue(c.show().text().contains("40 tangents"));
  }
}
