package org.jacobean.autodiff.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jacobean.autodiff.ScalarField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs with classes, collections and streams: reverse, forward and differences agree.
 */
class RandomProgramsTest {
  private static final int COUNT = Boolean.getBoolean("jacobean.full") ? 4000 : 200;
  private static final int TOGETHER = 100;

  @Test
  void reverseForwardAndDifferencesAgree(@TempDir Path dir) throws Exception {
    int smooth = 0;
    for (int from = 0; from < COUNT; from += TOGETHER) {
      Path place = Files.createDirectory(dir.resolve("p" + from));
      try (URLClassLoader loader = compile(place, from)) {
        ScalarField[] all =
            (ScalarField[]) loader.loadClass("Programs").getMethod("all").invoke(null);
        for (int i = 0; i < TOGETHER; i++) {
          smooth += agrees(all[i], from + i) ? 1 : 0;
        }
      }
    }
    assertTrue(
        smooth > 0.95 * COUNT, "differences could be compared in " + smooth + " of " + COUNT);
  }

  private static URLClassLoader compile(Path place, int from) throws Exception {
    StringBuilder s = new StringBuilder(RandomPrograms.SHARED);
    StringBuilder list =
        new StringBuilder("  public static ScalarField[] all() { return new ScalarField[] {");
    for (int i = 0; i < TOGETHER; i++) {
      s.append(new RandomPrograms(from + i).method("p" + i));
      list.append("Programs::p").append(i).append(", ");
    }
    Path source = place.resolve("Programs.java");
    Files.writeString(source, s.append(list).append("}; }\n}\n"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String classes = System.getProperty("java.class.path");
    int failed =
        javac.run(
            null,
            null,
            null,
            "-nowarn",
            "-proc:none",
            "-cp",
            classes,
            "-d",
            place.toString(),
            source.toString());
    assertEquals(0, failed, "the programs compile");
    return new URLClassLoader(
        new URL[] {place.toUri().toURL()}, RandomProgramsTest.class.getClassLoader());
  }

  /** Whether the function is smooth enough there for differences to say something. */
  private static boolean agrees(ScalarField f, int seed) {
    Random r = new Random(seed);
    double[] x = {r.nextDouble() - 0.3, r.nextDouble() + 0.2, -r.nextDouble()};
    double[] g = Traced.gradient(f, x);
    double[] v = {0.4, -0.7, 0.9};
    double along = g[0] * v[0] + g[1] * v[1] + g[2] * v[2];
    double scale = 1 + Math.abs(along);
    assertEquals(along, Traced.directional(f, x, v), 1e-10 * scale, "forward, program " + seed);
    double[] u = {-0.2, 0.5, 0.3};
    double[] hv = Traced.hvp(f, x, v);
    double[] hu = Traced.hvp(f, x, u);
    double uhv = u[0] * hv[0] + u[1] * hv[1] + u[2] * hv[2];
    double vhu = v[0] * hu[0] + v[1] * hu[1] + v[2] * hu[2];
    assertEquals(uhv, vhu, 1e-8 * (1 + Math.abs(uhv)), "symmetric Hessian, program " + seed);
    double wide = slope(f, x, v, 1e-5);
    double narrow = slope(f, x, v, 1e-6);
    if (Math.abs(wide - narrow) > 1e-5 * scale) {
      return false; // a jump or corner lies within the step
    }
    assertEquals(wide, along, 1e-5 * scale, "differences, program " + seed);
    return true;
  }

  private static double slope(ScalarField f, double[] x, double[] v, double h) {
    double[] a = x.clone();
    double[] b = x.clone();
    for (int i = 0; i < 3; i++) {
      a[i] += h * v[i];
      b[i] -= h * v[i];
    }
    return (f.apply(a) - f.apply(b)) / (2 * h);
  }
}
