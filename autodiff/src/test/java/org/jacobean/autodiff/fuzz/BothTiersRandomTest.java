package org.jacobean.autodiff.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jacobean.autodiff.compile.CompiledTier;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Tier;
import org.jacobean.autodiff.trace.TracingTier;
import org.junit.jupiter.api.Test;

/** The compiled tier's random programs, traced: both give the same gradients. */
class BothTiersRandomTest {
  private static final int COUNT = Boolean.getBoolean("jacobean.full") ? 3000 : 100;

  @Test
  void bothTiersAgreeOnRandomPrograms() throws Exception {
    Map<String, String> sources = new HashMap<>();
    for (int k = 0; k < COUNT; k++) {
      sources.put("Z" + k, RandomProgram.source("Z" + k, k));
    }
    CompiledSources loader = new CompiledSources(sources);
    int floats = 0;
    for (int k = 0; k < COUNT; k++) {
      Class<?> c = loader.loadClass("Z" + k);
      Signature s = signature(c);
      try {
        double[] traced = gradient(new TracingTier(), s, k);
        double[] compiled = gradient(new CompiledTier(), s, k);
        for (int i = 0; i < compiled.length; i++) {
          double scale = Math.max(1, Math.abs(compiled[i]));
          assertEquals(compiled[i], traced[i], 1e-9 * scale, "program " + k + " by " + i);
        }
      } catch (NotDifferentiable e) {
        if (!e.getMessage().contains("a cast to float")) {
          throw e;
        }
        floats++;
      }
    }
    assertEquals(true, floats < COUNT / 2, floats + " programs use floats");
  }

  private static Signature signature(Class<?> c) throws NoSuchMethodException {
    return Signature.of(
        Functions.target(
            c.getMethod(
                "f",
                double.class,
                double.class,
                double[].class,
                double[].class,
                double[][].class,
                int.class)));
  }

  /** Hessian times a random direction, by tracing, against the compiled tier's. */
  @Test
  void bothTiersAgreeOnHessiansOfRandomPrograms() throws Exception {
    Map<String, String> sources = new HashMap<>();
    for (int k = 0; k < COUNT; k++) sources.put("H" + k, RandomProgram.source("H" + k, k));
    CompiledSources loader = new CompiledSources(sources);
    int compared = 0;
    for (int k = 0; k < COUNT; k++) {
      Signature s = signature(loader.loadClass("H" + k));
      double[] compiled;
      double[] traced;
      try {
        traced = product(new TracingTier(), s, k);
        compiled = product(new CompiledTier(), s, k);
      } catch (NotDifferentiable e) {
        continue; // floats, and second-order code that comes too large
      }
      compared++;
      double size = 1;
      for (double d : compiled) if (Double.isFinite(d)) size = Math.max(size, Math.abs(d));
      for (int i = 0; i < compiled.length; i++)
        assertEquals(compiled[i], traced[i], 1e-8 * size, "program " + k + " by " + i);
    }
    assertTrue(compared > COUNT / 2, compared + " of " + COUNT + " compared");
  }

  private static double[] product(Tier tier, Signature s, int seed) {
    Frame f = new Frame(6, 1, 2);
    arguments(f, new Random(seed));
    Random v = new Random(seed + 1);
    f.adjoints[0] = v.nextGaussian();
    f.adjoints[1] = v.nextGaussian();
    f.shadows[2] = v.doubles(4, -1, 1).toArray();
    f.shadows[3] = v.doubles(4, -1, 1).toArray();
    double[][] a = new double[4][];
    for (int i = 0; i < 4; i++) a[i] = v.doubles(4, -1, 1).toArray();
    f.shadows[4] = a;
    f.shadows[8] = new double[4];
    f.shadows[9] = new double[4];
    f.shadows[10] = new double[4][4];
    f.seeds[0] = 1;
    tier.forwardOverReverse(s, new boolean[] {true, true, true, true, true, false}, 1).run(f);
    return read(f);
  }

  private static double[] gradient(Tier tier, Signature s, int seed) {
    Frame f = new Frame(6, 1, 2);
    arguments(f, new Random(seed));
    f.shadows[2] = new double[4];
    f.shadows[3] = new double[4];
    f.shadows[4] = new double[4][4];
    f.seeds[0] = 1;
    tier.reverse(s, new boolean[] {true, true, true, true, true, false}).run(f);
    return read(f);
  }

  private static void arguments(Frame f, Random r) {
    f.numbers[0] = r.nextDouble();
    f.numbers[1] = r.nextDouble();
    f.refs[2] = r.doubles(4, -1, 1).toArray();
    f.refs[3] = r.doubles(4, -1, 1).toArray();
    double[][] a = new double[4][];
    for (int i = 0; i < 4; i++) {
      a[i] = r.doubles(4, -1, 1).toArray();
    }
    f.refs[4] = a;
    f.refs[5] = 2;
  }

  private static double[] read(Frame f) {
    double[] out = new double[26];
    out[0] = f.adjoints[0];
    out[1] = f.adjoints[1];
    System.arraycopy((double[]) f.shadows[2], 0, out, 2, 4);
    System.arraycopy((double[]) f.shadows[3], 0, out, 6, 4);
    for (int i = 0; i < 4; i++) {
      System.arraycopy(((double[][]) f.shadows[4])[i], 0, out, 10 + 4 * i, 4);
    }
    return out;
  }
}
