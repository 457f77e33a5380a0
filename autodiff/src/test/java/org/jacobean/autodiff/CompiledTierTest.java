package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledTierTest {
  static Stream<Arguments> functions() {
    double[] twelve = new Random(1).doubles(12, -1.2, 1.5).toArray();
    double[] three = {0.3, 0.7, 1.1};
    return Stream.of(
        of("rosenbrock", Samples::rosenbrock, twelve),
        of("branchesInLoops", Samples::branchesInLoops, twelve),
        of("labelled", Samples::labelled, twelve),
        of("overwritesAndCalls", Samples::overwritesAndCalls, twelve),
        of("recursion", Samples::recursion, 0.7),
        of("powerIteration", Samples::powerIteration, 1, 0.5, 0.7),
        of("oldSwitch", Samples::oldSwitch, twelve),
        of("newSwitch", Samples::newSwitch, three),
        of("newton", Samples::newton, 1.3, 2.0),
        of("aliasedRows", Samples::aliasedRows, three),
        of("arrayMethods", Samples::arrayMethods, three),
        of("casts", Samples::casts, 1.234, 2.2),
        of("arraysReturned", Samples::arraysReturned, three),
        of("guarded", Samples::guarded, 3),
        of("triangular", Samples::triangular, three),
        of("million", Samples::million, 0.4, 2),
        of("cloneOfZeros", Samples::cloneOfZeros, three),
        of("readThenOverwritten", Samples::readThenOverwritten, three),
        of("scratchInRounds", Samples::scratchInRounds, three),
        of("scratchAcrossRounds", Samples::scratchAcrossRounds, three),
        of("intWork", Samples::intWork, twelve));
  }

  private static Arguments of(String name, ScalarField f, double... x) {
    return Arguments.of(name, f, x);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void gradientAgreesWithForwardModeAndDifferences(String name, ScalarField f, double[] x) {
    Agreement.holds(f, x);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void hessianIsSymmetricAndAgreesWithDifferences(String name, ScalarField f, double[] x) {
    Agreement.secondOrderHolds(f, x);
  }

  @Test
  void theGradientOfTheReadmeIsRight() {
    assertArrayEquals(
        new double[] {10, 6}, Diff.grad((x, y) -> 3 * x * x + 2 * x * y + y * y).at(1, 2));
    assertArrayEquals(
        new double[] {8, 15}, Diff.grad((x, y) -> x * x + 3 * x * y + y * y * y).at(1, 2));
  }

  @Test
  void capturedValuesAreConstants() {
    double k = 4;
    double[] data = {1, 2};
    assertArrayEquals(new double[] {8, 8}, Diff.grad(w -> w[0] * k * w[1] * data[1]).at(1, 1));
  }

  @Test
  void partialsKeepNamesAndShapes() {
    double[][] x = {{1, 2}, {3, 4}};
    Partials p =
        Diff.grad(CompiledTierTest::loss)
            .wrt("w", "b")
            .at(new double[] {0.1, 0.2}, 0.3, x, new double[] {1, 2});
    assertEquals(java.util.List.of("w", "b"), p.names());
    assertArrayEquals(new double[] {-2.0, -2.8}, p.vector("w"), 1e-12);
    assertEquals(-0.8, p.number("b"), 1e-12);
  }

  private static double loss(double[] w, double b, double[][] x, double[] y) {
    double s = 0;
    for (int i = 0; i < y.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) z += w[j] * x[i][j];
      double r = y[i] - z;
      s += r * r;
    }
    return s / y.length;
  }

  static double[] speeds = {1, 2, 3};
  static double[] distances = {2, 3, 5};

  static double fit(double w, double b) {
    double s = 0;
    for (int i = 0; i < speeds.length; i++) {
      double e = w * speeds[i] + b - distances[i];
      s += e * e;
    }
    return s;
  }

  @Test
  void hessianReadsArraysOfStaticFields() {
    double[][] h = Diff.hessian((w, b) -> fit(w, b)).at(0.0, 0.0);
    assertArrayEquals(new double[] {28, 12}, h[0], 1e-12);
    assertArrayEquals(new double[] {12, 6}, h[1], 1e-12);
  }

  static double squares(double[] x) {
    double s = 0;
    for (double v : x) s += v * v;
    return s;
  }

  @Test
  void jacobianOfManyInputsAndOneNumberIsTheGradient() {
    double[] x = new double[40];
    Arrays.fill(x, 0.5);
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    var squares = Diff.function(CompiledTierTest.class, "squares");
    assertArrayEquals(ones, Diff.jacobian(squares).at(x)[0], 1e-12);
    assertArrayEquals(ones, Diff.vjp(squares).at(x, new double[] {1}), 1e-12);
  }

  @Test
  void jacobianByColumnsEqualsJacobianByRows() {
    double[] x = {1, 2, 3, 4, 5};
    double[][] j = Diff.jacobian(CompiledTierTest::three).at(x);
    for (int r = 0; r < 3; r++) {
      double[] e = new double[3];
      e[r] = 1;
      assertArrayEquals(Diff.vjp(CompiledTierTest::three).at(x, e), j[r], 1e-12);
    }
  }

  private static double[] three(double[] x) {
    double[] r = new double[3];
    for (int i = 0; i < x.length; i++) r[i % 3] += x[i] * x[(i + 1) % x.length];
    r[2] = Math.sin(r[0]) * r[1];
    return r;
  }

  @Test
  void aFunctionThatOverwritesAndReturnsItsArgumentHasAJacobian() {
    double[] x = {2, 3};
    assertArrayEquals(
        new double[] {3, 2}, Diff.vjp(CompiledTierTest::inPlace).at(x, new double[] {1, 0}));
    assertArrayEquals(
        new double[] {3, 0}, Diff.jvp(CompiledTierTest::inPlace).at(x, new double[] {1, 0}));
    assertArrayEquals(new double[] {2, 3}, x);
  }

  private static double[] inPlace(double[] x) {
    x[0] = x[0] * x[1];
    return x;
  }

  @Test
  void anExceptionComesOutAsItselfAndTheEngineGoesOn() {
    VectorGradient g = Diff.grad(Samples::guarded);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> g.at(-200));
    assertEquals("too small: -200.0", e.getMessage());
    assertArrayEquals(new double[] {6}, g.at(3));
  }

  @Test
  void aWrongNumberOfArgumentsIsSaidSo() {
    BadArgument e = assertThrows(BadArgument.class, () -> Diff.grad((x, y) -> x * y).at(1, 2, 3));
    assertTrue(e.getMessage().contains("takes 2 numbers, and got 3"), e.getMessage());
    BadArgument f =
        assertThrows(BadArgument.class, () -> Diff.grad(CompiledTierTest::loss).wrt("weights"));
    assertTrue(f.getMessage().contains("[w, b, x, y]"), f.getMessage());
  }
}
