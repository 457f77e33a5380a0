package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long loops that keep few of their states. */
class CheckpointTest {
  private static double[] pendulum(double[] s, double stiffness, double h) {
    return new double[] {s[0] + h * s[1], s[1] - h * stiffness * Math.sin(s[0])};
  }

  private static double kept(double[] x, int n) {
    double[] end = Diff.checkpoint(n, new double[] {x[0], x[1]}, s -> pendulum(s, x[2], 0.01));
    return end[0] * end[0] + end[1] * x[2];
  }

  private static double written(double[] x, int n) {
    double[] s = {x[0], x[1]};
    for (int i = 0; i < n; i++) s = pendulum(s, x[2], 0.01);
    return s[0] * s[0] + s[1] * x[2];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 50, 1000})
  void itIsTheDerivativeOfTheLoop(int n) {
    double[] x = {0.4, -0.2, 1.7};
    ScalarField loop = p -> written(p, n);
    ScalarField checkpointed = p -> kept(p, n);
    assertEquals(loop.apply(x), checkpointed.apply(x));
    double[] wanted = Diff.grad(loop).at(x);
    assertArrayEquals(wanted, Diff.grad(checkpointed).at(x), 1e-11 * (1 + n / 100.0));
    double[] v = {0.3, -1, 0.5};
    assertEquals(Diff.directional(loop).at(x, v), Diff.directional(checkpointed).at(x, v), 1e-10);
  }

  @Test
  void secondDerivativesAreThoseOfTheLoop() {
    double[] x = {0.4, -0.2, 1.7};
    double[][] wanted = Diff.hessian((ScalarField) p -> written(p, 20)).at(x);
    double[][] got = Diff.hessian((ScalarField) p -> kept(p, 20)).at(x);
    for (int i = 0; i < 3; i++) assertArrayEquals(wanted[i], got[i], 1e-11);
  }

  @Test
  void stepsMayKnowTheirNumberAndLieInEachOther() {
    ScalarField f =
        x ->
            Diff.checkpoint(
                4,
                new double[] {1, x[0]},
                (i, s) ->
                    new double[] {
                      s[0]
                          * Diff.checkpoint(
                              3, new double[] {x[1]}, (j, t) -> new double[] {t[0] * s[1] + i * j})[
                              0],
                      s[1]
                    })[0];
    double[] x = {1.1, 0.7};
    double[] g = Diff.grad(f).at(x);
    double[] wanted = Diff.numeric.central(f, x);
    assertArrayEquals(wanted, g, 1e-6 * Math.abs(wanted[0]));
  }

  @Test
  void stepsThatDrawAreRefused() {
    Random random = new Random(1);
    ScalarField f =
        x -> Diff.checkpoint(10, x, s -> new double[] {s[0] * (1 + 0.1 * random.nextDouble())})[0];
    NotDifferentiable e = assertThrows(NotDifferentiable.class, () -> Diff.grad(f).at(1));
    assertTrue(e.getMessage().contains("gave another one"), e.getMessage());
  }

  /** Run in a virtual machine of its own with 64 MB. */
  static final class Million {
    public static void main(String[] args) {
      ScalarField f =
          x ->
              Diff.checkpoint(
                  1_000_000,
                  new double[] {x[0]},
                  s -> new double[] {s[0] + 1e-6 * x[1] * Math.sin(s[0])})[0];
      double[] g = Diff.grad(f).at(1, 2);
      System.out.println(g[0] + " " + g[1]);
    }
  }

  /** s′ = c·sin s from 1 for one unit of time: tan(s/2) = tan(1/2)·e^c. */
  @Test
  void aMillionStepsFitIntoSixtyFourMegabytes() throws Exception {
    Process p =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Million.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(p.getInputStream().readAllBytes()).strip();
    assertEquals(0, p.waitFor(), said);
    String[] g = said.substring(said.lastIndexOf('\n') + 1).split(" ");
    double end = 2 * Math.atan(Math.tan(0.5) * Math.exp(2));
    assertEquals(Math.sin(end) / Math.sin(1), Double.parseDouble(g[0]), 1e-5);
    assertEquals(Math.sin(end), Double.parseDouble(g[1]), 1e-5);
  }
}
