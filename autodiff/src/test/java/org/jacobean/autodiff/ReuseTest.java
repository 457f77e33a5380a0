package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jacobean.autodiff.function.Functions;
import org.junit.jupiter.api.Test;

/**
 * A derivative made once and used often: no garbage, many threads, and gone when nobody holds it.
 */
class ReuseTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocated(VectorGradient g, double[] x, double[] into, int times) {
    for (int i = 0; i < 50; i++) g.at(x, into);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) g.at(x, into);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aGradientIntoAnArrayAllocatesNothing() {
    double[] x = {0.3, 0.7, 1.1, -0.4};
    double[] into = new double[4];
    for (ScalarField f :
        List.<ScalarField>of(Samples::rosenbrock, Samples::labelled, Samples::branchesInLoops)) {
      VectorGradient g = Diff.grad(f);
      long bytes = allocated(g, x, into, 1000);
      assertTrue(bytes < 1000, bytes + " bytes in 1,000 gradients");
    }
  }

  @Test
  void threadsShareAGradient() throws Exception {
    VectorGradient g = Diff.grad(Samples::branchesInLoops);
    List<double[]> points = new ArrayList<>();
    List<double[]> expected = new ArrayList<>();
    for (int k = 0; k < 16; k++) {
      double[] x = new java.util.Random(k).doubles(12, -1.2, 1.5).toArray();
      points.add(x);
      expected.add(g.at(x));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<double[]>> all = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        double[] x = points.get(i % 16);
        all.add(pool.submit(() -> g.at(x)));
      }
      for (int i = 0; i < all.size(); i++)
        assertArrayEquals(expected.get(i % 16), all.get(i).get(), "run " + i);
    } finally {
      pool.shutdown();
    }
  }

  /** Loads the class of a function once more, so that it can go away again. */
  private static final class Once extends ClassLoader {
    Once() {
      super(ReuseTest.class.getClassLoader());
    }

    Class<?> function() throws Exception {
      String name = ReuseTest.class.getName() + "$Function";
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(name, b, 0, b.length);
      }
    }
  }

  static final class Function {
    static double f(double[] x) {
      return x[0] * Math.sin(x[1]);
    }
  }

  private static WeakReference<Class<?>> used() throws Exception {
    Class<?> c = new Once().function();
    Partials p = Diff.grad(Functions.target(c, "f")).at((Object) new double[] {2, 0});
    assertEquals("[0.0, 2.0]", Arrays.toString(p.vector("x")));
    return new WeakReference<>(c);
  }

  @Test
  void generatedClassesAreCollectedWithTheirFunction() throws Exception {
    WeakReference<Class<?>> c = used();
    for (int i = 0; i < 40 && c.get() != null; i++) {
      System.gc();
      Thread.sleep(5);
    }
    assertNull(c.get(), "the function's class is still held");
  }
}
