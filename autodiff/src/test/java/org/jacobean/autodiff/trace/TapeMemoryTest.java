package org.jacobean.autodiff.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.ScalarField;
import org.jacobean.autodiff.VectorGradient;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.junit.jupiter.api.Test;

/** The tape and the heap, in a virtual machine of its own. */
class TapeMemoryTest {
  static final class Program {
    private static int rounds;

    private static double loop(double[] x) {
      double s = x[0];
      for (int i = 0; i < rounds; i++) s = s + 1e-9 * Math.sin(s);
      return s;
    }

    public static void main(String[] args) {
      System.setProperty("jacobean.tier", "tracing");
      VectorGradient g = Diff.grad((ScalarField) Program::loop);
      rounds = 1_000_000;
      double first = g.at(1)[0];
      byte[] most = new byte[96 << 20]; // would not fit beside the tape
      System.out.println(most.length > 0 ? "given back" : "");
      most = new byte[0];
      rounds = 50_000_000;
      try {
        g.at(1);
        System.out.println("no limit");
      } catch (NotDifferentiable e) {
        System.out.println(e.getMessage().contains("use checkpoint") ? "said so" : e.getMessage());
      }
      rounds = 1_000_000;
      System.out.println(first == g.at(1)[0] ? "usable" : "changed");
    }
  }

  @Test
  void aTapeIsGivenBackAndSaysWhenItIsFullWithoutKillingTheHeap() throws Exception {
    Process p =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(p.getInputStream().readAllBytes()).strip();
    assertEquals(0, p.waitFor(), said);
    assertEquals("given back\nsaid so\nusable", said);
  }
}
