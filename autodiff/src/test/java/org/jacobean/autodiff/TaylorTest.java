package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Third and higher derivatives, by Taylor arithmetic. */
class TaylorTest {
  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  static Stream<Arguments> knownSeries() {
    return Stream.of(
        series("exp", Math::exp, 0, k -> 1 / factorial(k)),
        series("expm1", Math::expm1, 0, k -> k == 0 ? 0 : 1 / factorial(k)),
        series("sin", Math::sin, 0, k -> k % 2 == 0 ? 0 : (k % 4 == 1 ? 1 : -1) / factorial(k)),
        series("cosh", Math::cosh, 0, k -> k % 2 == 0 ? 1 / factorial(k) : 0),
        series("log at 1", Math::log, 1, k -> k == 0 ? 0 : (k % 2 == 1 ? 1.0 : -1.0) / k),
        series("log1p", Math::log1p, 0, k -> k == 0 ? 0 : (k % 2 == 1 ? 1.0 : -1.0) / k),
        series("atan", Math::atan, 0, k -> k % 2 == 0 ? 0 : (k % 4 == 1 ? 1.0 : -1.0) / k),
        series("geometric", x -> 1 / (1 - x), 0, k -> 1),
        series(
            "cube",
            x -> x * x * x,
            2,
            k -> new double[] {8, 12, 6, 1}[Math.min(k, 3)] * (k > 3 ? 0 : 1)),
        series("cube by pow at 0", x -> Math.pow(x, 3), 0, k -> k == 3 ? 1 : 0),
        series("square root", x -> Math.sqrt(1 + x), 0, TaylorTest::half),
        series("half power", x -> Math.pow(1 + x, 0.5), 0, TaylorTest::half),
        series("a loop", TaylorTest::truncatedGeometric, 0, k -> k <= 5 ? 1 : 0));
  }

  /** The binomial coefficient of 1/2. */
  private static double half(int k) {
    double b = 1;
    for (int i = 0; i < k; i++) b *= (0.5 - i) / (i + 1);
    return b;
  }

  private static double truncatedGeometric(double x) {
    double s = 1;
    for (int i = 0; i < 5; i++) s = 1 + x * s;
    return s;
  }

  interface Coefficient {
    double at(int k);
  }

  private static Arguments series(String name, Real1 f, double at, Coefficient c) {
    return Arguments.of(name, f, at, c);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("knownSeries")
  void coefficientsAreThoseOfTheKnownSeries(String name, Real1 f, double at, Coefficient c) {
    Taylor t = Diff.taylor(f, at, 14);
    for (int k = 0; k <= 14; k++)
      assertEquals(
          c.at(k), t.coefficients()[k], 1e-13 * Math.max(1, Math.abs(c.at(k))), name + " " + k);
  }

  /** tan x = x + x³/3 + 2x⁵/15 + 17x⁷/315 + 62x⁹/2835, tanh with alternating signs. */
  @Test
  void recursiveRulesGiveTheTangentsSeries() {
    double[] tan = {0, 1, 0, 1.0 / 3, 0, 2.0 / 15, 0, 17.0 / 315, 0, 62.0 / 2835};
    assertArrayEquals(tan, Diff.taylor(Math::tan, 0, 9).coefficients(), 1e-15);
    double[] tanh = {0, 1, 0, -1.0 / 3, 0, 2.0 / 15, 0, -17.0 / 315, 0, 62.0 / 2835};
    assertArrayEquals(tanh, Diff.taylor(Math::tanh, 0, 9).coefficients(), 1e-15);
  }

  @Test
  void everyRuleOfOneArgumentAgreesWithTheDerivativeOfItsDerivative() {
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
      Math::log,
      Math::log10,
      Math::log1p,
      Math::sqrt,
      Math::cbrt,
      Math::toRadians,
      Math::toDegrees,
      Math::abs,
      x -> Math.pow(x, 2.5),
      x -> Math.pow(2.5, x),
      x -> Math.atan2(x, 2),
      x -> Math.hypot(x, 2),
      x -> x % 0.3,
      x -> Math.fma(x, x, x),
      x -> Math.max(x, x * x),
      x -> Math.floor(x) * x
    };
    for (Real1 f : all) {
      double h = 1e-4;
      double wanted =
          (Diff.taylor(f, 0.4 + h, 2).derivative(2) - Diff.taylor(f, 0.4 - h, 2).derivative(2))
              / (2 * h);
      double third = Diff.derivative(f, 3).apply(0.4);
      assertEquals(wanted, third, 1e-5 * Math.max(1, Math.abs(wanted)));
      ScalarField g = x -> f.apply(x[0]);
      assertEquals(Diff.derivative(f).at(0.4), Diff.taylor(f, 0.4, 1).derivative(1), 1e-13);
    }
  }

  @Test
  void theFourthDerivativeOfAComposition() {
    Real1 f = x -> Math.exp(Math.sin(x));
    double s = Math.sin(0.7);
    double c = Math.cos(0.7);
    double fourth = Math.exp(s) * (c * c * c * c - 6 * s * c * c + 3 * s * s - 4 * c * c + s);
    assertEquals(fourth, Diff.derivative(f, 4).apply(0.7), 1e-12);
  }

  @Test
  void seriesAlongADirectionAndMixedDerivatives() {
    ScalarField f = x -> x[0] * x[0] * x[1] * Math.exp(x[2]);
    double[] p = {2, 3, 0};
    double[] e0 = {1, 0, 0};
    double[] e1 = {0, 1, 0};
    double[] e2 = {0, 0, 1};
    assertEquals(2, Diff.mixed(f, p, e0, e0, e1), 1e-12);
    assertEquals(4, Diff.mixed(f, p, e0, e1, e2), 1e-12);
    assertEquals(2, Diff.mixed(f, p, e0, e0, e1, e2), 1e-11);
    assertEquals(Diff.hessian(f).at(p)[0][2], Diff.mixed(f, p, e0, e2), 1e-12);
    assertEquals(12, Diff.mixed(f, p), 0);
    assertEquals(2 * 2 * 3, Diff.taylor(f, p, e0, 2).derivative(1), 1e-14);
  }

  @Test
  void badOrdersAndDirectionsAreNamed() {
    BadArgument order = assertThrows(BadArgument.class, () -> Diff.taylor(Math::sin, 0, -1));
    assertTrue(order.getMessage().contains("0 or more"), order.getMessage());
    ScalarField f = x -> x[0];
    double[] x = {1};
    double[] v = {1, 2};
    BadArgument direction = assertThrows(BadArgument.class, () -> Diff.taylor(f, x, v, 2));
    assertTrue(
        direction.getMessage().contains("1 coordinates, the direction 2"), direction.getMessage());
    BadArgument k =
        assertThrows(BadArgument.class, () -> Diff.taylor(Math::sin, 0, 2).derivative(3));
    assertTrue(k.getMessage().contains("up to order 2"), k.getMessage());
  }
}
