package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jacobean.autodiff.ScalarField;
import org.junit.jupiter.api.Test;

/** The user's objects see one ordinary run; what the traced run does stays in its world. */
class OneRunTest {

  static final Random SHARED = new Random(7);
  static final List<String> LOG = new ArrayList<>();

  enum Kind {
    SMALL(0.5),
    LARGE(3);

    final double factor;

    Kind(double factor) {
      this.factor = factor;
    }

    double scale(double x) {
      return this == SMALL ? factor * x : factor * x * x;
    }
  }

  @Test
  void randomStateIsCopiedSoThatBothRunsDrawAlike() {
    Random r = new Random(42);
    Random same = new Random(42);
    double[] g = gradient(x -> x[0] * r.nextGaussian() + x[0] * x[0] * r.nextDouble(), 2);
    double a = same.nextGaussian();
    double b = same.nextDouble();
    assertEquals(a + 4 * b, g[0], 1e-12);
    assertEquals(same.nextInt(), r.nextInt(), "the generator was advanced once");
    Random shared = new Random(7);
    assertEquals(shared.nextDouble(), gradient(x -> x[0] * SHARED.nextDouble(), 2)[0], 1e-15);
    assertEquals(shared.nextInt(), SHARED.nextInt());
  }

  @Test
  void printsAndMutationsHappenOnce() {
    PrintStream before = System.out;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    System.setOut(new PrintStream(seen, true));
    int[] count = new int[1];
    try {
      gradient(
          x -> {
            System.out.println("x is " + x[0]);
            count[0]++;
            LOG.add("ran");
            return x[0] * x[0];
          },
          3);
    } finally {
      System.setOut(before);
    }
    assertEquals("x is 3.0" + System.lineSeparator(), seen.toString());
    assertEquals(1, count[0]);
    assertEquals(List.of("ran"), LOG);
  }

  @Test
  void collectionsMapsAndEnumsAreCopiedWithTheirOrder() {
    Map<Kind, Double> byKind = new EnumMap<>(Kind.class);
    byKind.put(Kind.LARGE, 2.0);
    Map<Object, Double> byIdentity = new LinkedHashMap<>();
    byIdentity.put(new Object(), 1e16);
    byIdentity.put(new Object(), 1.0);
    TreeMap<String, List<Double>> sorted = new TreeMap<>();
    sorted.put("b", List.of(1.0, 2.0));
    sorted.put("a", new ArrayList<>(List.of(4.0)));
    double[] g =
        gradient(
            x -> {
              double s = 0;
              for (double d : byIdentity.values()) {
                s += d * x[0];
              }
              for (Kind k : byKind.keySet()) {
                s += k.scale(x[0]) * byKind.get(k);
              }
              sorted.get("a").add(x[0]);
              return s + sorted.firstEntry().getValue().get(1) + sorted.get("b").get(1) * x[0];
            },
            3);
    assertEquals(1e16 + 1 + 36 + 1 + 2, g[0], 4);
    assertEquals(List.of(4.0, 3.0), sorted.get("a"));
  }

  @Test
  void exceptionsComeOutAsThemselves() {
    IllegalStateException mine = new IllegalStateException("mine");
    ScalarField f =
        x -> {
          if (x[0] > 0) {
            throw mine;
          }
          return x[0];
        };
    assertSame(mine, assertThrows(IllegalStateException.class, () -> gradient(f, 1)));
    assertArrayEquals(new double[] {1}, gradient(f, -1));
  }

  @Test
  void threadsTraceAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<double[]>> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        double at = i;
        Callable<double[]> one =
            () ->
                gradient(
                    x -> {
                      double s = 0;
                      for (int k = 0; k < 1000; k++) {
                        s += x[0] * x[0] * Math.sin(k);
                      }
                      return s;
                    },
                    at);
        all.add(pool.submit(one));
      }
      double sum = 0;
      for (int k = 0; k < 1000; k++) {
        sum += Math.sin(k);
      }
      for (int i = 0; i < 64; i++) {
        assertEquals(2 * i * sum, all.get(i).get()[0], 1e-9);
      }
    } finally {
      pool.shutdown();
    }
  }

  /** A loader that defines its own copy of the programs, as a notebook's session does. */
  static final class Session extends ClassLoader {
    Session() {
      super(OneRunTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Program.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> c = findLoadedClass(name);
      if (c != null) {
        return c;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(name, b, 0, b.length);
      } catch (java.io.IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** What such a session holds. */
  public static final class Program implements ScalarField {
    private static final long serialVersionUID = 1L;
    static final List<Double> KEPT = new ArrayList<>();

    @Override
    public double apply(double... x) {
      KEPT.add(x[0]);
      return x[0] * x[0] * KEPT.size();
    }
  }

  @Test
  void tracedClassesAreCollectedWithTheirOriginals() throws Exception {
    WeakReference<ClassLoader> gone = new WeakReference<>(traceInSession());
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(gone.get());
  }

  private static ClassLoader traceInSession() throws Exception {
    Session session = new Session();
    Class<?> c = session.loadClass(Program.class.getName());
    ScalarField f = (ScalarField) c.getConstructor().newInstance();
    assertEquals(6, gradient(f, 3)[0]);
    assertEquals(12, gradient(f, 3)[0]);
    return session;
  }
}
