package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facade's choice of a tier, and the two tiers against each other. */
class BothTiersTest {

  @AfterEach
  void anyTier() {
    System.clearProperty("jacobean.tier");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.jacobean.autodiff.CompiledTierTest#functions")
  void tracingAgreesWithTheCompiledTier(String name, ScalarField f, double[] x) {
    VectorGradient compiled = Diff.grad(f);
    assertTrue(compiled.explain().startsWith("tier: compiled"), compiled.explain());
    System.setProperty("jacobean.tier", "tracing");
    VectorGradient traced = Diff.grad(f);
    assertTrue(traced.explain().startsWith("tier: tracing"), traced.explain());
    double[] g = new double[x.length];
    double[] t = new double[x.length];
    double value = compiled.at(x, g);
    assertEquals(value, traced.at(x, t));
    for (int i = 0; i < x.length; i++) {
      assertEquals(g[i], t[i], 1e-11 * Math.max(1, Math.abs(g[i])), name + " by " + i);
    }
  }

  static class Cell {
    double v;
  }

  @Test
  void whatTheCompiledTierRefusesIsTracedAndExplained() {
    VectorGradient g =
        Diff.grad(
            x -> {
              List<Double> l = new ArrayList<>();
              Cell c = new Cell();
              for (double d : x) {
                l.add(d * d);
                c.v += d;
              }
              return l.stream().mapToDouble(d -> d).sum() * c.v;
            });
    assertArrayEquals(new double[] {2 * 3 + 5, 4 * 3 + 5}, g.at(1, 2), 1e-14);
    assertTrue(g.explain().startsWith("tier: tracing"), g.explain());
    assertTrue(g.explain().contains("because "), g.explain());
  }

  @Test
  void aTierCanBeAskedFor() {
    System.setProperty("jacobean.tier", "tracing");
    ScalarField f = x -> x[0] * x[0];
    assertEquals("tier: tracing", Diff.grad(f).explain());
    System.setProperty("jacobean.tier", "quick");
    BadArgument e = assertThrows(BadArgument.class, () -> Diff.grad(f));
    assertTrue(e.getMessage().contains("no tier quick"), e.getMessage());
  }

  static double atOrigin(double[] p) {
    double x = p[0];
    double y = p[1];
    return x == 0 && y == 0 ? 0 : x * y * (x * x - y * y) / (x * x + y * y);
  }

  @Test
  void anEqualityThatHoldsIsRemarkedOnce() {
    List<String> said = new ArrayList<>();
    Handler h =
        new Handler() {
          @Override
          public void publish(LogRecord r) {
            said.add(r.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("org.jacobean.autodiff");
    log.addHandler(h);
    log.setUseParentHandlers(false);
    try {
      System.setProperty("jacobean.tier", "tracing");
      VectorGradient g = Diff.grad(BothTiersTest::atOrigin);
      g.at(1, 2);
      assertEquals(List.of(), said);
      assertArrayEquals(new double[] {0, 0}, g.at(0, 0));
      g.at(0, 0);
      assertEquals(1, said.size());
      assertTrue(said.get(0).contains("atOrigin (BothTiersTest.java:"), said.get(0));
      assertTrue(said.get(0).contains("derivative is that of the branch taken"), said.get(0));
    } finally {
      log.removeHandler(h);
      log.setUseParentHandlers(true);
    }
  }
}
