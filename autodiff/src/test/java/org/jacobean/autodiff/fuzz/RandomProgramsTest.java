package org.jacobean.autodiff.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jacobean.autodiff.compile.CompiledTier;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Sweep;
import org.junit.jupiter.api.Test;

/**
 * Random programs: reverse mode, forward mode and second order agree with each other and with the
 * program itself.
 */
class RandomProgramsTest {
  private static final int BATCH = 100;
  private final CompiledTier tier = new CompiledTier();

  @Test
  void reverseEqualsForwardAndSecondDerivativesAreSymmetric() {
    run(RandomProgram::source);
  }

  @Test
  void lossesRunBackwardsRoundByRoundAgreeToo() {
    run(LossProgram::source);
  }

  /** Writes the source of a class by its name and a seed. */
  private interface Sources {
    String source(String name, long seed);
  }

  private void run(Sources write) {
    int n =
        Integer.getInteger("jacobean.programs", Boolean.getBoolean("jacobean.full") ? 20_000 : 200);
    StringBuilder failures = new StringBuilder();
    int failed = 0;
    for (int from = 0; from < n; from += BATCH)
      failed +=
          batch(
              write, Long.getLong("jacobean.seed", 1) + from, Math.min(BATCH, n - from), failures);
    assertTrue(
        failed == 0,
        failed
            + " of "
            + n
            + " programs:\n"
            + failures.substring(0, Math.min(failures.length(), 6000)));
  }

  private int batch(Sources write, long seed, int n, StringBuilder failures) {
    Map<String, String> sources = new HashMap<>();
    for (int k = 0; k < n; k++)
      sources.put("Z" + (seed + k), write.source("Z" + (seed + k), seed + k));
    CompiledSources loader = new CompiledSources(sources);
    int failed = 0;
    for (int k = 0; k < n; k++) {
      String name = "Z" + (seed + k);
      try {
        check(loader.loadClass(name), seed + k);
      } catch (Throwable e) {
        if (failed++ < 3)
          failures
              .append("seed ")
              .append(seed + k)
              .append(": ")
              .append(e)
              .append('\n')
              .append(Arrays.toString(Arrays.copyOf(e.getStackTrace(), 8)))
              .append('\n')
              .append(sources.get(name))
              .append('\n');
      }
    }
    return failed;
  }

  /** A point, and a direction of the same shape. */
  private record Point(double p, double q, double[] x, double[] y, double[][] a) {
    static Point random(Random r) {
      double[][] a = new double[4][];
      for (int i = 0; i < 4; i++) a[i] = r.doubles(4, -1, 1).toArray();
      return new Point(
          r.nextDouble(),
          r.nextDouble(),
          r.doubles(4, -1, 1).toArray(),
          r.doubles(4, -1, 1).toArray(),
          a);
    }

    Point copy() {
      return new Point(
          p,
          q,
          x.clone(),
          y.clone(),
          Arrays.stream(a).map(double[]::clone).toArray(double[][]::new));
    }

    double dot(Point o) {
      double s = p * o.p + q * o.q;
      for (int i = 0; i < 4; i++) {
        s += x[i] * o.x[i] + y[i] * o.y[i];
        for (int j = 0; j < 4; j++) s += a[i][j] * o.a[i][j];
      }
      return s;
    }

    void values(Frame f) {
      f.numbers[0] = p;
      f.numbers[1] = q;
      f.refs[2] = x;
      f.refs[3] = y;
      f.refs[4] = a;
      f.refs[5] = 2;
    }

    void tangent(Frame f, int k) {
      f.adjoints[6 * k] = p;
      f.adjoints[6 * k + 1] = q;
      f.shadows[6 * k + 2] = x;
      f.shadows[6 * k + 3] = y;
      f.shadows[6 * k + 4] = a;
    }

    static Point read(Frame f, int k) {
      return new Point(
          f.adjoints[6 * k],
          f.adjoints[6 * k + 1],
          (double[]) f.shadows[6 * k + 2],
          (double[]) f.shadows[6 * k + 3],
          (double[][]) f.shadows[6 * k + 4]);
    }

    static Point zero() {
      return new Point(0, 0, new double[4], new double[4], new double[4][4]);
    }
  }

  private void check(Class<?> c, long seed) throws Throwable {
    Method m =
        c.getMethod(
            "f",
            double.class,
            double.class,
            double[].class,
            double[].class,
            double[][].class,
            int.class);
    Signature s = Signature.of(Functions.target(m));
    boolean[] active = {true, true, true, true, true, false};
    Random r = new Random(seed);
    Point at = Point.random(r);
    Point u = Point.random(r);
    Point v = Point.random(r);
    double value = plain(m, at.copy());
    Frame f = new Frame(6, 1, 3);
    at.values(f);
    Point.zero().tangent(f, 0);
    f.seeds[0] = 1;
    tier.reverse(s, active).run(f);
    Point g = Point.read(f, 0);
    same("value", value, f.values[0], 0);
    Frame t = new Frame(6, 1, 2);
    at.values(t);
    u.copy().tangent(t, 0);
    v.copy().tangent(t, 1);
    tier.forward(s, active, 2).run(t);
    same("value", value, t.values[0], 0);
    same("forward", g.dot(u), t.seeds[0], 1e-9);
    same("forward", g.dot(v), t.seeds[1], 1e-9);
    if (seed % 3 != 0) return;
    Sweep second;
    try {
      second = tier.forwardOverReverse(s, active, 2);
    } catch (NotDifferentiable e) {
      if (!e.getMessage().contains("64 KB")) throw e;
      return; // said so, and left to the other tier
    }
    Frame h = new Frame(6, 1, 3);
    at.values(h);
    u.copy().tangent(h, 0);
    v.copy().tangent(h, 1);
    h.seeds[0] = 1;
    second.run(h);
    same("symmetry", Point.read(h, 0).dot(v), Point.read(h, 1).dot(u), 1e-8);
    same("gradient beside", g.dot(u), Point.read(h, 2).dot(u), 1e-10);
  }

  private static double plain(Method m, Point p) throws Throwable {
    try {
      return (double) m.invoke(null, p.p, p.q, p.x, p.y, p.a, 2);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void same(String what, double expected, double got, double tolerance) {
    boolean equal =
        tolerance == 0
            ? Double.doubleToLongBits(expected) == Double.doubleToLongBits(got)
            : Math.abs(expected - got) <= tolerance * Math.max(1e-3, Math.abs(expected));
    if (!equal) throw new AssertionError(what + ": expected " + expected + ", got " + got);
  }
}
