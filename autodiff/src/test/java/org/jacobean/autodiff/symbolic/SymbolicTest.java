package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.Real2;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.graph.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas are read from the bytecode of ordinary methods. */
class SymbolicTest {

  private static Formula read(String method, Object... arguments) {
    return Symbolic.of(Course.method(method), arguments);
  }

  @ParameterizedTest(name = "{0} by {2}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "product; x²y + 3y; x; 2xy",
        "product; x²y + 3y; y; x² + 3",
        "quadratic; 3x² + 2xy + y²; x; 6x + 2y",
        "quadratic; 3x² + 2xy + y²; y; 2x + 2y",
        "sloped; 3x² + 2y; x; 6x",
        "mixed; x1² + 3x1x2 + x2³; x1; 2x1 + 3x2",
        "mixed; x1² + 3x1x2 + x2³; x2; 3x1 + 3x2²",
        "fit; (3 − 2w − b)²; w; −4(3 − 2w − b)",
        "fit; (3 − 2w − b)²; b; −2(3 − 2w − b)",
      })
  void ofTwoVariables(String method, String value, String by, String partial) {
    Formula f = read(method, 1.0, 2.0);
    assertEquals(value, f.value().unicode());
    assertEquals(partial, f.partial(by).unicode());
    assertTrue(f.isGeneral());
    assertEquals("", f.validity());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "square; 3x²; 6x",
        "chain; (x² + 5)³; 6x(x² + 5)²",
        "quartic; 0.4x⁴ − 2x² + 0.5x + 2; 1.6x³ − 4x + 0.5",
        "relu; max(0, x); 1 if x > 0, else 0",
        "reluTurned; max(x, 0); 1 if x > 0, else 0",
        "absolute; |x|; sgn(x)",
        "root; √x; 1/(2√x)",
        "circle; πr²; 2πr",
        "turned; sin(π·angle/180); π·cos(π·angle/180)/180",
        "composed; sin(x²); 2x·cos(x²)",
        "boxed; 4x²; 8x",
        "boxes; 2x²; 4x",
        "checked; x²; 2x",
        "single; 0.5x²; x",
        "held; 2.2x; 2.2",
      })
  void ofOneVariable(String method, String value, String derivative) {
    Object x = method.equals("single") ? (Object) 2.2f : (Object) 2.2;
    Formula f = read(method, x);
    assertEquals(value, f.value().unicode());
    assertEquals(derivative, f.value().derivative(f.variables().get(0)).unicode());
  }

  @Test
  void numbersOfTheCourseComeOut() {
    Formula f = read("quadratic", 1.0, 2.0);
    assertEquals(10, f.gradient().at(f.point())[0]);
    assertEquals(6, f.gradient().at(f.point())[1]);
    Formula g = read("mixed", 1.0, 2.0);
    assertEquals(8, g.gradient().at(g.point())[0]);
    assertEquals(15, g.gradient().at(g.point())[1]);
    Formula h = read("fit", 0.0, 0.0);
    assertEquals(-12, h.gradient().at(h.point())[0]);
    assertEquals(-6, h.gradient().at(h.point())[1]);
    Formula q = read("quartic", 2.2);
    assertEquals(2.79024, q.compiled().at(2.2), 1e-12);
    assertEquals(8.7368, q.gradient().at(q.point())[0], 1e-12);
  }

  @Test
  void squaredErrorKeepsItsGroups() {
    Formula f = read("squaredError", 0.5, 1.0, 2.0, 3.0);
    assertEquals("−2x(y − (wx + b))", f.partial("w").unicode());
    assertEquals("−2(y − (wx + b))", f.partial("b").unicode());
  }

  @Test
  void sumOfSquaresGivesTwiceEachParameter() {
    Formula f = read("sumOfSquares", new double[] {1, 2, 3});
    assertEquals("w[0]² + w[1]² + w[2]²", f.value().unicode());
    assertEquals("2w[1]", f.partial("w[1]").unicode());
    assertTrue(f.validity().matches("the loop in Course.sumOfSquares, line \\d+ ran 3 times"));
  }

  @Test
  void leastSquaresGradientAtZero() {
    double[][] x = {{1, 1}, {1, 2}};
    Formula f = read("leastSquares", new double[2], x, new double[] {2, 5});
    double[] g = f.gradient("w").at(f.point());
    assertEquals(-7, g[0]);
    assertEquals(-12, g[1]);
  }

  @Test
  void meanSquaredErrorSumsResiduals() {
    double[][] x = {{1, 2}, {3, 4}};
    Formula f = read("meanSquaredError", new double[] {1, 1}, 0.5, x, new double[] {1, 2});
    assertEquals(
        "(x[0][0](w[0]·x[0][0] + w[1]·x[0][1] + b − y[0])"
            + " + x[1][0](w[0]·x[1][0] + w[1]·x[1][1] + b − y[1]))/2",
        f.partial("w[0]").unicode());
  }

  @Test
  void crossEntropyGivesProbabilityMinusTarget() {
    Formula f = read("crossEntropy", new double[] {1, 2, 3}, 1);
    assertEquals("e^z[0]/(e^z[0] + e^z[1] + e^z[2])", f.partial("z[0]").unicode());
    assertEquals("e^z[1]/(e^z[0] + e^z[1] + e^z[2]) − 1", f.partial("z[1]").unicode());
  }

  @Test
  void softmaxIsReadElementByElement() {
    Formula f = read("softmax", new double[] {1, 3});
    assertEquals(2, f.values().size());
    double[] p = f.compiled().allAt(1, 3);
    assertEquals(1, p[0] + p[1], 1e-15);
    assertEquals(1 / (1 + Math.exp(2)), p[0], 1e-15);
  }

  @Test
  void branchTakenIsSaid() {
    Formula f = read("reluByBranch", 2.0);
    assertEquals("x", f.value().unicode());
    assertEquals("for x ≥ 0 (the branch taken at this point)", f.validity());
    assertEquals("0", read("reluByBranch", -2.0).value().unicode());
    assertEquals("x²", read("grade", 1.5).value().unicode());
    assertEquals(
        "for x ≤ 2, x > 1 (the branches taken at this point)", read("grade", 1.5).validity());
  }

  @Test
  void branchAtItsBorderFollowsTheBranchAndSaysSo() {
    Formula f = read("reluByBranch", 0.0);
    assertEquals("1", f.partial("x").unicode());
    assertEquals(Finding.Kind.BORDER, f.findings().get(0).kind());
  }

  @Test
  void peanosFunctionFollowsTheBranchAndWarns() {
    Formula away = read("peano", 1.0, 2.0);
    assertEquals("xy(x² − y²)/(x² + y²)", away.value().unicode());
    assertEquals("y(x⁴ + 4x²y² − y⁴)/(x² + y²)²", away.partial("x").unicode());
    assertEquals("for x ≠ 0 (the branch taken at this point)", away.validity());
    Formula origin = read("peano", 0.0, 0.0);
    assertEquals("0", origin.hessian().entry(0, 1).unicode());
    Finding warning = origin.findings().get(0);
    assertEquals(Finding.Kind.EQUALITY_DECIDES, warning.kind());
    assertTrue(warning.message().contains("equality test"), warning.message());
  }

  @ParameterizedTest
  @CsvSource({
    "absolute, abs at 0.0, 0 at 0",
    "relu, 'max at 0.0, 0.0', a tie",
    "root, sqrt at 0.0, infinite at 0"
  })
  void cornersAreReportedWithTheConvention(String method, String what, String convention) {
    Finding finding = read(method, 0.0).findings().get(0);
    assertEquals(Finding.Kind.NOT_DIFFERENTIABLE, finding.kind());
    assertTrue(finding.message().startsWith(what), finding.message());
    assertTrue(finding.message().contains(convention), finding.message());
  }

  @Test
  void recordsAreReadByComponents() {
    Formula f = read("onLine", new Course.Line(2, 1), 3.0);
    assertEquals("line.slope·x + line.intercept + x", f.value().unicode());
    assertEquals("line.slope + 1", f.partial("x").unicode());
    assertEquals(2, f.gradient("line").partials().size());
  }

  @Test
  void lambdasAndRecursionAreFollowed() {
    assertEquals("(x² + c)² + c", read("squaredTwice", 2.0, 1.0).value().unicode());
    assertEquals("x⁴", read("recursive", 2.0, 4).value().unicode());
    double k = 3;
    Formula captured = Symbolic.of((Real2) (x, y) -> k * x * y, 1.0, 2.0);
    assertEquals("3xy", captured.value().unicode());
  }

  @Test
  void computedConstantsKeepTheirMeaning() {
    Formula f = read("normal", 1.0, 0.0, 2.0);
    assertEquals("e^(−0.5(x − mu)²/sigma²)/(sigma·√(2π))", f.value().unicode());
    assertEquals("x/6", read("mean", 1.0, 3).value().unicode());
  }

  @Test
  void vectorFunctionsHaveARowOfPartialsForEachResult() {
    Formula f = read("polar", 2.0, 0.5);
    assertEquals("cos(phi)", f.jacobian().get(0).partials().get(0).unicode());
    assertEquals("r·cos(phi)", f.jacobian("phi").get(1).partials().get(0).unicode());
  }

  @Test
  void iterationIsUnrolled() {
    Formula f = read("newton", 2.0);
    assertEquals(17.0 / 12, f.compiled().at(2), 1e-15);
    assertTrue(f.validity().contains("ran 2 times"));
  }

  @Test
  void arraysAreCopiedWithTheirVariables() {
    double[] w = {5, 7};
    assertEquals("w[0]² + 3", read("copies", w).value().unicode());
    assertEquals(5, w[0], "the caller's array stays as it is");
  }

  @Test
  void wholeNumbersCarryNoDerivative() {
    Formula f = read("wholePart", 2.7);
    assertEquals("2x + ⌊x⌋", f.value().unicode());
    assertEquals("2", f.partial("x").unicode());
    assertTrue(f.findings().stream().allMatch(x -> x.kind() == Finding.Kind.ROUNDED));
    assertEquals(2, f.findings().size());
  }

  @Test
  void stepsOfADerivativeAreOfTheMethodsFormula() {
    Derivation d = read("chain", 1.0).derivation("x");
    assertEquals(Rule.CHAIN, d.rules().get(0));
    assertEquals("6x(x² + 5)²", d.result().unicode());
  }

  @Test
  void taylorPolynomialIsAtThePoint() {
    assertEquals(
        "11 + 10(x − 1) + 6(y − 2) + 3(x − 1)² + 2(x − 1)(y − 2) + (y − 2)²",
        read("quadratic", 1.0, 2.0).taylor(2).unicode());
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheRemedy() {
    assertMessage(NotDifferentiable.class, "no derivative passes through text", "throughText", 2.0);
    assertMessage(NotDifferentiable.class, "List.of", "listed", 2.0);
    assertMessage(NotDifferentiable.class, "Arrays.asList", "gathered", 2.0);
    assertMessage(BadArgument.class, "more than 50000 operations", "forever", 2.0);
    assertMessage(BadArgument.class, "takes 2 arguments [x, y], and got 1", "quadratic", 2.0);
    assertMessage(BadArgument.class, "`x` needs a number, and got text", "square", "text");
    assertMessage(BadArgument.class, "`w` needs a double[]", "sumOfSquares", 2);
    assertMessage(IllegalArgumentException.class, "x must not be negative: -1.0", "refusing", -1.0);
  }

  @Test
  void anUnknownVariableNamesTheKnownOnes() {
    Exception e =
        assertThrows(
            UnknownVariableException.class, () -> read("quadratic", 1.0, 2.0).partial("z"));
    assertEquals("`Course.quadratic` has no variable z; its variables are x, y", e.getMessage());
  }

  @Test
  void tooLargeAFormulaIsRefusedWithItsBound() {
    Object f = Course.method("sumOfSquares");
    Exception e =
        assertThrows(FormulaTooLargeException.class, () -> Symbolic.of(f, new double[9000]));
    assertTrue(e.getMessage().contains("more than 20000 symbols"), e.getMessage());
    Object nested = Course.method("nested");
    Exception deep =
        assertThrows(FormulaTooLargeException.class, () -> Symbolic.of(nested, 1.0, 5000));
    assertTrue(deep.getMessage().contains("nested more than 200 deep"), deep.getMessage());
  }

  private static void assertMessage(
      Class<? extends Exception> type, String part, String method, Object argument) {
    Exception e = assertThrows(type, () -> read(method, argument));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
