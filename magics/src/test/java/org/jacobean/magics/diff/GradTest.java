package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GradTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double cubic(double x1, double x2) { return x1*x1 + 3*x1*x2 + x2*x2*x2; }");
    notebook.cell("double quartic(double x) { return 0.4*x*x*x*x - 2*x*x + 0.5*x + 2; }");
    notebook.cell(
        """
        double loss(double[] w, double b, double[][] X, double[] y) {
          double sum = 0;
          for (int i = 0; i < y.length; i++) {
            double r = b - y[i];
            for (int j = 0; j < w.length; j++) r += w[j] * X[i][j];
            sum += r * r;
          }
          return sum / (2 * y.length);
        }
        double[] w = {0.5, -1};
        double b = 0.25;
        double[][] X = {{1, 2}, {3, 4}, {5, 6}};
        double[] y = {1, 0, 2};
        """);
    notebook.cell("java.util.function.DoubleBinaryOperator h = (x, y) -> x * x * y + 3 * y;");
    notebook.cell("double text(String s) { return s.length(); }");
    notebook.cell("int floor(double x) { return (int) x; }");
    notebook.cell("double relu(double x) { return Math.max(0, x); }");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  private static GradientResult grad(String rest) {
    return (GradientResult) notebook.cell("%grad " + rest);
  }

  @Test
  void aMethodOfTheSessionByName() {
    GradientResult g = grad("f(1, 2)");
    assertArrayEquals(new double[] {10, 6}, g.vector());
    assertEquals(11, g.value());
    assertEquals(10, g.partial("x"));
    assertEquals(Math.sqrt(136), g.norm(), 1e-14);
    String text = g.show().text();
    assertTrue(text.startsWith("f(1, 2) = 11\nvariable  value"), text);
    assertTrue(text.contains("x             1  6x + 2y                 10"), text);
    assertEquals("2x + 2y", g.formula("y"));
    assertTrue(g.show().html().contains("\\(6 x + 2 y\\)"), g.show().html());
    assertTrue(text.contains("steepest descent along (-0.85749, -0.5145)"), text);
  }

  @Test
  void theWorkedExampleOfSteepestDescent() {
    GradientResult g = grad("cubic(1, 2)");
    assertArrayEquals(new double[] {8, 15}, g.vector());
    assertEquals(17, g.norm(), 1e-14);
    assertArrayEquals(new double[] {-8 / 17.0, -15 / 17.0}, g.steepestDescent(), 1e-15);
  }

  @Test
  void argumentsAreExpressionsOfTheSession() {
    assertArrayEquals(new double[] {10, 6}, grad("f(Math.cos(0), w.length)").vector());
    assertArrayEquals(new double[] {8.7368}, grad("quartic(2.2)").vector(), 1e-12);
    assertEquals(2.7902, grad("quartic(2.2)").value(), 1e-4);
  }

  @Test
  void anExpressionAtAPoint() {
    GradientResult g = grad("x*x*y + 3*y at x=1, y=2");
    assertArrayEquals(new double[] {4, 4}, g.vector());
    assertTrue(g.show().text().startsWith("x*x*y + 3*y at x=1, y=2 = 8"), g.show().text());
    assertArrayEquals(new double[] {Math.cos(1)}, grad("sin(t) at t=1").vector(), 1e-15);
  }

  @Test
  void aMethodAtNamedValues() {
    assertArrayEquals(new double[] {10, 6}, grad("f at y=2, x=1").vector());
  }

  @Test
  void aLambdaVariable() {
    assertArrayEquals(new double[] {4, 4}, grad("h(1, 2)").vector());
  }

  @Test
  void arraysByNameWithTheDataHeldConstant() {
    GradientResult g = grad("loss(w, b, X, y) wrt w, b");
    assertEquals(java.util.List.of("w", "b"), g.partials().names());
    double[] numeric = new double[3];
    double h = 1e-6;
    for (int i = 0; i < 3; i++) {
      String plus = moved(i, h);
      String minus = moved(i, -h);
      double up = ((Number) notebook.cell("loss(" + plus + ", X, y)")).doubleValue();
      double down = ((Number) notebook.cell("loss(" + minus + ", X, y)")).doubleValue();
      numeric[i] = (up - down) / (2 * h);
    }
    assertArrayEquals(numeric, g.vector(), 1e-8);
    assertTrue(g.show().text().contains("w[0]"), g.show().text());
  }

  private static String moved(int i, double h) {
    return "new double[] {%s, %s}, %s"
        .formatted(0.5 + (i == 0 ? h : 0), -1 + (i == 1 ? h : 0), 0.25 + (i == 2 ? h : 0));
  }

  @Test
  void longArraysAreSummarisedAndUnfold() {
    notebook.cell(
        "double squares(double[] p) { double s = 0; for (double v : p) s += v * v; return s; }");
    notebook.cell("double[] p = new double[784]; java.util.Arrays.setAll(p, i -> i / 784.0);");
    GradientResult g = grad("squares(p)");
    String text = g.show().text();
    assertTrue(text.contains("p: double[784]"), text);
    assertTrue(text.lines().count() < 6, text);
    assertTrue(g.show().html().contains("<details>"));
    assertEquals(784, g.toTable().rowCount());
    assertEquals(2 * 783 / 784.0, g.partial("p[783]"), 1e-15);
  }

  @Test
  void theResultIsAValueAndATable() {
    notebook.cell("var g = %grad f(1, 2);");
    assertEquals(10.0, notebook.cell("g.partial(\"x\")"));
    assertEquals(
        "variable,value,partial",
        notebook.cell(
            "g.toTable().selectColumns(\"variable\", \"value\","
                + " \"partial\").write().toString(\"csv\").lines().findFirst().get()"));
  }

  @Test
  void unknownFunctionsAreMetWithTheNearestName() {
    String error = notebook.error("%grad quartc(2.2)");
    assertTrue(
        error.contains("there is no function quartc in this session. Did you mean quartic?"),
        error);
    assertTrue(notebook.error("%grad zzz(1)").contains("Define it in a cell"));
  }

  @Test
  void wrongNumbersOfArgumentsAreCounted() {
    String error = notebook.error("%grad f(1)");
    assertTrue(
        error.contains("f takes 2 arguments (x, y), and here stands 1. Write f(…, …)"), error);
    assertTrue(notebook.error("%grad f").contains("f needs values for x, y: write f(1, 1)"));
  }

  @Test
  void valuesThatAreNoNumbersAreNamed() {
    String error = notebook.error("%grad f(\"a\", 2)");
    assertTrue(error.contains("x of f is a double, and the String \"a\" is given"), error);
    assertTrue(notebook.error("%grad text(\"a\")").contains("no real parameter"));
    assertTrue(notebook.error("%grad floor(1.5)").contains("jumps from number to number"));
    assertTrue(notebook.error("%grad f(1, undefined)").contains("argument 2, `undefined`"));
  }

  @Test
  void whatIsNoFunctionOrLosesTheNumberIsRefusedByName() {
    notebook.cell("int k = 3;");
    assertTrue(
        notebook.error("%grad k(1)").contains("k is a variable of type int and no function"));
    assertTrue(notebook.error("%grad nope(x) at x=1").contains("there is no function nope"));
    notebook.cell("double textual(double x) { return Double.parseDouble(Double.toString(x)); }");
    String error = notebook.error("%grad textual(2)");
    assertTrue(error.contains("Double.parseDouble in `textual` (line 1)"), error);
  }

  @Test
  void recordsCountsAndFloatsAreTakenAsTheyAre() {
    notebook.cell(
        """
        record P(double a, double[] v) {}
        double norm(P p, int n) { double s = p.a(); for (double d : p.v()) s += d * d * n; return s; }
        float square(float x) { return x * x; }
        """);
    GradientResult g = grad("norm(new P(1, new double[] {1, 2}), 2)");
    assertArrayEquals(new double[] {1, 4, 8}, g.vector());
    assertEquals(8, g.partial("p.v[1]"));
    assertArrayEquals(new double[] {4}, grad("square(2)").vector());
  }

  @Test
  void optionsAndVariablesThatAreNotThereAreNamed() {
    assertTrue(notebook.error("%grad f(1, 2) wrt z").contains("wrt z: f has no parameter"));
    String typo = notebook.error("%grad f(1, 2) --wtr x");
    assertTrue(typo.contains("--wtr"), typo);
    assertTrue(notebook.error("%grad x*y at x=1").contains("y"));
    assertTrue(notebook.error("%grad x*y at x=1, y=2, z=3").contains("z does not occur in x*y"));
    assertTrue(notebook.error("%grad x^2 at x=1").contains("A power is written"));
    assertTrue(notebook.error("%grad").contains("is missing. Write %grad f(1, 2)"));
  }

  @Test
  void aCornerIsSaidToBeOne() {
    GradientResult g = grad("relu(0)");
    assertArrayEquals(new double[] {0}, g.vector());
    String text = g.show().text();
    assertTrue(text.contains("Not differentiable at x = 0"), text);
    assertTrue(text.contains("0 from the left and 1 from the right"), text);
    assertFalse(grad("relu(1)").show().text().contains("Not differentiable"));
    assertFalse(grad("quartic(1e8)").show().text().contains("Not differentiable"));
  }

  @Test
  void whatIsNotFiniteIsPointedOut() {
    assertTrue(grad("Math.log(x) at x=-1").show().text().contains("not defined here"));
    assertTrue(grad("Math.exp(x) at x=1000").show().text().contains("overflows"));
    assertTrue(grad("Math.sqrt(x) at x=0").show().text().contains("no finite slope"));
  }

  @Test
  void aFunctionThatThrowsIsNotOursToHide() {
    notebook.cell(
        "double picky(double x) { if (x > 0) throw new IllegalStateException(\"no <b>\"); return x;"
            + " }");
    assertTrue(notebook.error("%grad picky(1)").contains("no <b>"));
  }
}
