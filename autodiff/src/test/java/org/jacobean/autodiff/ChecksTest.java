package org.jacobean.autodiff;

import static org.jacobean.autodiff.Diff.explainNaN;
import static org.jacobean.autodiff.Diff.gradCheck;
import static org.jacobean.autodiff.Diff.numeric;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numeric derivatives, the gradient check and the search for NaN. */
class ChecksTest {
  record Line(double slope, double offset) {}

  private static double squares(Line l, double[] x, double[] y) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double e = y[i] - l.slope() * x[i] - l.offset();
      s += e * e;
    }
    return s;
  }

  private static double inLists(double[] x) {
    return List.of(x[0], x[1]).stream().mapToDouble(v -> v * v).sum();
  }

  @Test
  void theThreeKindsErrAsMuchAsTheyShould() {
    Real1 f = x -> Math.exp(x) / Math.sqrt(Math.pow(Math.sin(x), 3) + Math.pow(Math.cos(x), 3));
    double exact = 4.053427893898621;
    assertEquals(exact, numeric.forward(f, 1.5), 1e-6);
    assertEquals(exact, numeric.central(f, 1.5), 1e-9);
    assertEquals(exact, numeric.complexStep(f, 1.5), 2e-14);
    assertEquals(exact, Diff.derivative(f).at(1.5), 2e-14);
    assertTrue(Math.abs(numeric.forward(f, 1.5) - exact) > 1e-10);
    assertTrue(Math.abs(numeric.central(f, 1.5) - exact) > 1e-13);
  }

  @Test
  void severalVariablesGiveAVector() {
    assertArrayEquals(
        new double[] {10, 6}, numeric.complexStep((x, y) -> 3 * x * x + 2 * x * y + y * y, 1, 2));
    assertArrayEquals(
        new double[] {10, 6}, numeric.central((x, y) -> 3 * x * x + 2 * x * y + y * y, 1, 2), 1e-8);
    assertArrayEquals(
        new double[] {8, 15},
        numeric.forward(x -> x[0] * x[0] + 3 * x[0] * x[1] + x[1] * x[1] * x[1], 1, 2),
        1e-5);
    assertArrayEquals(new double[] {6, 3, 2}, numeric.complexStep((x, y, z) -> x * y * z, 1, 2, 3));
  }

  /** Owes nothing to the rules: it is computed by complex functions of its own. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, -0.7, 0.95})
  void complexStepsAgreeWithEveryRule(double at) {
    Real1[] all = {
      Math::sin,
      Math::cos,
      Math::tan,
      Math::asin,
      Math::acos,
      Math::atan,
      Math::sinh,
      Math::cosh,
      Math::tanh,
      Math::exp,
      Math::expm1,
      x -> Math.log(x + 2),
      x -> Math.log10(x + 2),
      Math::log1p,
      x -> Math.sqrt(x + 2),
      Math::cbrt,
      Math::toRadians,
      Math::toDegrees,
      Math::abs,
      x -> Math.pow(x, 3),
      x -> Math.pow(x, -2),
      x -> Math.pow(x + 2, 2.5),
      x -> Math.pow(2.5, x),
      x -> Math.pow(x + 2, x),
      x -> Math.atan2(x, 2),
      x -> Math.atan2(2, x),
      x -> Math.atan2(x, -2),
      x -> Math.hypot(x, 2),
      x -> x % 0.3,
      x -> Math.IEEEremainder(x, 0.3),
      x -> Math.fma(x, x, x),
      x -> Math.max(x, x * x),
      x -> Math.min(x, 0.1),
      x -> Math.floor(3 * x) * x,
      x -> Math.copySign(x, -2),
      x -> Math.scalb(x, 3),
      x -> Math.nextUp(x),
      x -> (2 + x) / (3 - x),
      x -> -x,
      x -> Math.signum(x) * x,
      x -> Math.rint(x) - x,
      x -> Math.ceil(x) + x
    };
    for (int i = 0; i < all.length; i++) {
      double d = Diff.derivative(all[i]).at(at);
      assertEquals(
          d, numeric.complexStep(all[i], at), 4e-14 * Math.max(1, Math.abs(d)), i + " at " + at);
    }
  }

  @Test
  void aCheckHoldsEveryPartialAgainstTwoNumericOnes() {
    GradCheck c =
        gradCheck(ChecksTest::squares, new Line(1, 2), new double[] {1, 2}, new double[] {3, 5});
    assertTrue(c.agrees(), c.toString());
    assertEquals(
        List.of("l.slope", "l.offset", "x[0]", "x[1]", "y[0]", "y[1]"),
        c.rows().stream().map(GradCheck.Row::name).toList());
    for (GradCheck.Row r : c.rows()) {
      assertEquals(r.automatic(), r.complexStep(), 1e-14);
      assertTrue(r.error() < 1e-11);
    }
    assertNull(c.noComplexStep());
    assertTrue(c.toString().contains("l.slope"), c.toString());
  }

  @Test
  void aCornerShowsAsADifference() {
    assertEquals(
        GradCheck.Verdict.DIFFERS, gradCheck((Real1) Math::abs, 0).rows().get(0).verdict());
    GradCheck step = gradCheck((Real2) (x, y) -> x < 1 ? y : x * y, 1, 2);
    assertEquals(GradCheck.Verdict.DIFFERS, step.rows().get(0).verdict());
    assertEquals(GradCheck.Verdict.AGREES, step.rows().get(1).verdict());
  }

  @Test
  void whereNoComplexStepCanBeHadTheReasonIsGiven() {
    GradCheck c = gradCheck(ChecksTest::inLists, 1, 2);
    assertTrue(c.agrees(), c.toString());
    if (c.noComplexStep() == null) {
      assertEquals(2, c.rows().get(0).complexStep(), 1e-14);
    } else {
      assertTrue(Double.isNaN(c.rows().get(0).complexStep()));
      assertTrue(c.toString().contains("no complex step: "), c.toString());
    }
  }

  private static double entropy(double[] p) {
    double h = 0;
    for (double q : p) h -= q * Math.log(q);
    return h;
  }

  @Test
  void theFirstNaNIsNamedWithPlaceAndOperands() {
    NotFinite e = explainNaN(ChecksTest::entropy, 0.5, 0);
    NotFinite.Origin v = Objects.requireNonNull(e.value());
    assertEquals("log", v.operation());
    assertEquals(List.of(0.0), v.operands());
    assertEquals("ChecksTest.entropy", v.method());
    assertTrue(v.line() > 100);
    assertEquals(Double.NEGATIVE_INFINITY, v.result());
    assertTrue(e.toString().contains("`log` of 0.0 in ChecksTest.entropy, line "), e.toString());
  }

  @Test
  void aFiniteValueCanHaveADerivativeThatIsNot() {
    NotFinite e = explainNaN((Real2) (x, y) -> Math.sqrt(x * y), 0, 2);
    assertNull(e.value());
    NotFinite.Origin d = Objects.requireNonNull(e.derivative());
    assertEquals("sqrt", d.operation());
    assertEquals(Double.POSITIVE_INFINITY, d.result());
    assertTrue(e.toString().contains("has the partial derivative Infinity"), e.toString());
    assertTrue(explainNaN((Real1) Math::sin, 1).finite());
    assertEquals("value and derivative are finite", explainNaN((Real1) Math::sin, 1).toString());
  }

  @Test
  void anArgumentThatIsNaNIsNamed() {
    NotFinite e = explainNaN((Real2) (x, y) -> x + y, Double.NaN, 2);
    assertNotNull(e.value());
    assertTrue(e.toString().contains("the argument `x` is given as NaN"), e.toString());
  }
}
