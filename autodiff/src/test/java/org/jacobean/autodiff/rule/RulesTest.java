package org.jacobean.autodiff.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.jacobean.autodiff.Derivative;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Real1;
import org.jacobean.autodiff.Real2;
import org.jacobean.autodiff.Real3;
import org.jacobean.autodiff.VectorGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  static Stream<Arguments> unary() {
    return Stream.of(
        one("sin", Math::sin, 0.7, -2),
        one("cos", Math::cos, 0.7, -2),
        one("tan", Math::tan, 0.7, -1),
        one("asin", Math::asin, 0.3, -0.9),
        one("acos", Math::acos, 0.3, -0.9),
        one("atan", Math::atan, 0.3, -9),
        one("sinh", Math::sinh, 0.3, -2),
        one("cosh", Math::cosh, 0.3, -2),
        one("tanh", Math::tanh, 0.3, -2),
        one("exp", Math::exp, 0.3, -2),
        one("expm1", Math::expm1, 0.3, -2),
        one("log", Math::log, 0.3, 20),
        one("log10", Math::log10, 0.3, 20),
        one("log1p", Math::log1p, 0.3, -0.5),
        one("sqrt", Math::sqrt, 0.3, 20),
        one("cbrt", Math::cbrt, 0.3, -20),
        one("toRadians", Math::toRadians, 30, -2),
        one("toDegrees", Math::toDegrees, 0.3, -2),
        one("abs", Math::abs, 0.3, -2),
        one("signum", Math::signum, 0.3, -2),
        one("floor", Math::floor, 0.3, -2.5),
        one("ceil", Math::ceil, 0.3, -2.5),
        one("rint", Math::rint, 0.3, -2.4),
        one("nextUp", Math::nextUp, 0.3, -2.4),
        one("nextDown", Math::nextDown, 0.3, -2.4),
        one("strict sin", StrictMath::sin, 0.7, -2),
        one("neg", x -> -x, 1, -2));
  }

  static Stream<Arguments> binary() {
    return Stream.of(
        two("add", (x, y) -> x + y),
        two("sub", (x, y) -> x - y),
        two("mul", (x, y) -> x * y),
        two("div", (x, y) -> x / y),
        two("rem", (x, y) -> x % y),
        two("pow", Math::pow),
        two("atan2", Math::atan2),
        two("hypot", Math::hypot),
        two("max", Math::max),
        two("min", Math::min),
        two("IEEEremainder", Math::IEEEremainder),
        two("copySign", Math::copySign),
        two("nextAfter", Math::nextAfter));
  }

  private static Arguments one(String name, Real1 f, double... at) {
    return Arguments.of(name, f, at);
  }

  private static Arguments two(String name, Real2 f) {
    return Arguments.of(name, f);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unary")
  void oneArgument(String name, Real1 f, double[] at) {
    Derivative d = Diff.derivative(f);
    assertTrue(d.explain().startsWith("tier: compiled"), d.explain());
    for (double x : at) {
      double difference = (f.apply(x + 1e-6) - f.apply(x - 1e-6)) / 2e-6;
      assertEquals(
          difference, d.at(x), 1e-7 * Math.max(1, Math.abs(difference)), name + " forward at " + x);
      assertEquals(
          d.at(x),
          ((Number) Diff.grad((org.jacobean.autodiff.Objective1<Double>) f).at(x).of(0))
              .doubleValue(),
          1e-13 * Math.max(1, Math.abs(difference)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binary")
  void twoArguments(String name, Real2 f) {
    VectorGradient g = Diff.grad(f);
    assertTrue(g.explain().startsWith("tier: compiled"), g.explain());
    for (double[] p : new double[][] {{1.3, 0.8}, {2.7, -1.9}, {0.4, 3.1}}) {
      double x = p[0];
      double y = p[1];
      double[] d = g.at(x, y);
      double h = 1e-6;
      double dx = (f.apply(x + h, y) - f.apply(x - h, y)) / (2 * h);
      double dy = (f.apply(x, y + h) - f.apply(x, y - h)) / (2 * h);
      assertEquals(dx, d[0], 1e-7 * Math.max(1, Math.abs(dx)), name + " by the first");
      assertEquals(dy, d[1], 1e-7 * Math.max(1, Math.abs(dy)), name + " by the second");
      double along = Diff.directional(f).at(p, new double[] {0.3, -0.7});
      assertEquals(
          0.3 * d[0] - 0.7 * d[1], along, 1e-12 * Math.max(1, Math.abs(along)), name + " forward");
    }
  }

  @Test
  void fusedMultiplyAddHasThreePartials() {
    Real3 f = Math::fma;
    assertEquals("[3.0, 2.0, 1.0]", java.util.Arrays.toString(Diff.grad(f).at(2, 3, 4)));
  }

  @Test
  void reluHasDerivativeZeroAtZeroEitherWay() {
    assertEquals(0, Diff.derivative(x -> Math.max(0, x)).at(0));
    assertEquals(0, Diff.derivative(x -> Math.max(x, 0)).at(0));
    assertEquals(1, Diff.derivative(x -> x < 0 ? 0 : x).at(0));
    assertEquals(0, Diff.grad(x -> Math.max(0, x[0])).at(0)[0]);
  }

  @Test
  void aTieOfTwoActiveArgumentsIsShared() {
    assertEquals(
        "[0.5, 0.5]", java.util.Arrays.toString(Diff.grad((x, y) -> Math.max(x, y)).at(2, 2)));
    assertEquals(1, Diff.derivative(x -> Math.max(x, x)).at(2));
  }

  @Test
  void edgesAreAsDocumented() {
    assertEquals(0, Diff.derivative(Math::abs).at(0));
    assertEquals(Double.POSITIVE_INFINITY, Diff.derivative(Math::sqrt).at(0));
    assertEquals(0, Diff.derivative(x -> Math.pow(x, 0)).at(0));
    assertEquals(0, Diff.derivative(x -> Math.pow(x, 2)).at(0));
    assertEquals(0, Diff.derivative(y -> Math.pow(0, y)).at(2));
    assertEquals("[0.0, 0.0]", java.util.Arrays.toString(Diff.grad(Math::hypot).at(0, 0)));
    assertTrue(Double.isNaN(Diff.grad(Math::atan2).at(0, 0)[0]));
    assertEquals(4, Diff.derivative(x -> Math.pow(x, 2)).at(2));
  }

  @Test
  void everyRuleSaysItsArityAndItsEdges() {
    for (Rule r : Rules.all()) {
      assertTrue(r.arity() >= 1 && r.arity() == r.alone().size(), r.name());
      assertNotNull(r.edges());
    }
  }
}
