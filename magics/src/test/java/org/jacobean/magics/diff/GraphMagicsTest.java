package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.display.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GraphMagicsTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double line(double w, double b) { double r = 3 - (2*w + b); return r * r; }");
    notebook.cell(
        """
        double half(double a, double c) {
          double r1 = a + c - 2;
          double r2 = a + 2*c - 5;
          return (r1*r1 + r2*r2) / 2;
        }
        """);
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @Test
  void theGraphCarriesValuesPartialsAndAdjoints() {
    GraphResult g = (GraphResult) notebook.cell("%graph x*y + sin(x) at x=1, y=2");
    assertArrayEquals(new double[] {2 + Math.cos(1), 1}, g.gradient(), 1e-15);
    Bundle bundle = g.show();
    assertTrue(bundle.text().contains("adjoint 2.54"), bundle.text());
    assertTrue(bundle.text().contains("sin"), bundle.text());
    assertTrue(bundle.get("image/svg+xml").orElseThrow().contains("class=\"partial\""));
  }

  @Test
  void backpropListsTheSweep() {
    BackpropResult b = (BackpropResult) notebook.cell("%backprop line(0, 0)");
    assertArrayEquals(new double[] {-12, -6}, b.gradient(), 1e-14);
    assertTrue(b.show().text().contains("gradient (-12, -6)"), b.show().text());
    assertTrue(b.toTable().rowCount() >= 4);
  }

  @Test
  void largeGraphsAreFolded() {
    notebook.cell(
        "double many(double x) { double s = 0; for (int i = 0; i < 100; i++) { s = s + x * i; }"
            + " return s; }");
    Bundle bundle = notebook.shows("%graph many(1)");
    assertTrue(bundle.text().contains("folded"), bundle.text());
    assertTrue(bundle.html().length() < 100_000);
  }

  private static DescentResult descend(String rest) {
    return (DescentResult) notebook.cell("%descend " + rest);
  }

  @Test
  void oneStepOfTheWorkedExample() {
    DescentResult d = descend("line from (0, 0) rate 0.01 steps 1");
    assertArrayEquals(new double[] {0.12, 0.06}, d.point(), 1e-15);
    assertEquals("its one step is taken", d.reason());
  }

  @Test
  void leastSquaresAfterOneTenAndAThousandSteps() {
    assertArrayEquals(
        new double[] {0.7, 1.2}, descend("half from (0, 0) rate 0.1 steps 1").point(), 1e-12);
    assertArrayEquals(
        new double[] {0.783, 1.898}, descend("half from (0, 0) rate 0.1 steps 10").point(), 5e-4);
    assertArrayEquals(
        new double[] {-1, 3}, descend("half from (0, 0) rate 0.1 steps 1000").point(), 1e-6);
  }

  @Test
  void parametersOfAnExpressionAreThoseWithoutAValue() {
    notebook.cell("double[] data = {2, 5};");
    notebook.cell(
        "double miss(double[] w, double[] y) { double r = w[0] - y[0]; double q = w[1] - y[1];"
            + " return r*r + q*q; }");
    DescentResult d = descend("miss(new double[] {a, c}, data) from (0, 0) rate 0.1 steps 200");
    assertArrayEquals(new double[] {2, 5}, d.point(), 1e-9);
  }

  @Test
  void everyRuleGoesDownhill() {
    for (String rule : Step.NAMES) {
      DescentResult d = descend("f from (2, 2) rate 0.05 steps 60 with " + rule);
      assertTrue(d.value() < 24 * 0.9, rule + " ends at " + d.value());
    }
  }

  @Test
  void aRateTooLargeIsSaidToBeOne() {
    DescentResult d = descend("x*x from (1) rate 1e200 steps 9");
    assertTrue(d.reason().contains("the rate is too large"), d.reason());
    assertTrue(d.show().text().contains("It stopped because"), d.show().text());
  }

  @Test
  void arrivingEndsIt() {
    assertTrue(descend("x*x from (1) rate 0.5 steps 9").reason().contains("it has arrived"));
  }

  @Test
  void pathAndLossesAreDrawnAndListed() {
    DescentResult d = descend("f from (2, 2) rate 0.1 steps 50 with adam");
    Bundle bundle = d.show();
    assertTrue(bundle.html().split("<svg ", -1).length == 3, "pictures");
    assertTrue(bundle.html().contains("path &quot;descent&quot;"));
    assertEquals(51, d.toTable().rowCount());
    assertTrue(bundle.text().contains("…"));
    notebook.cell(
        "double ball(double[] v) { double s = 0; for (double e : v) s += e*e; return s; }");
    assertEquals(0, descend("ball from (1, 2, 3) rate 0.4 steps 40").value(), 1e-10);
  }

  @Test
  void mistakesAreNamed() {
    assertTrue(notebook.error("%descend f rate 0.1").contains("after from"));
    assertTrue(notebook.error("%descend f from (1)").contains("2 are needed"));
    assertTrue(notebook.error("%descend f from (1, 1) with adan").contains("Did you mean adam?"));
    assertTrue(notebook.error("%descend f from (1, 1) rate -1").contains("above 0"));
    assertTrue(notebook.error("%descend f from (1, 1) steps 0").contains("from 1 to"));
    assertTrue(notebook.error("%descend ff from (1, 1)").contains("ff"));
  }
}
