package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.rule.Derivatives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules users write: by annotation and by call, in both tiers, forward, reverse, second order. */
class HandWrittenTest {
  @AfterEach
  void anyTier() {
    System.clearProperty("jacobean.tier");
  }

  /** Through text, so that no tier could follow it; the rule says 3 where the truth is 2x. */
  @Derivatives(partials = "slope")
  static double opaque(double x) {
    return Double.parseDouble("" + x * x);
  }

  static double slope(double x) {
    return 3 * x;
  }

  @Derivatives(partials = {"byX", "byY"})
  static double product(double x, double y) {
    return Double.parseDouble("" + x * y * y);
  }

  static double byX(double x, double y) {
    return y * y;
  }

  static double byY(double x, double y) {
    return 2 * x * y;
  }

  @Derivatives(forward = "along")
  static double square(double x) {
    return Double.parseDouble("" + x * x);
  }

  static double along(double x, double dx) {
    return 2 * x * dx;
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiled", "tracing"})
  void numbersFollowTheRuleInBothTiers(String tier) {
    System.setProperty("jacobean.tier", tier);
    Real1 f = x -> Math.sin(opaque(2 * x));
    double x = 0.3;
    double u = 4 * x * x;
    assertEquals(Math.sin(u), f.apply(x));
    assertEquals(Math.cos(u) * 3 * (2 * x) * 2, Diff.derivative(f).at(x), 1e-14);
    ScalarField g = p -> Math.exp(product(p[0], p[1])) + square(p[1]);
    double e = Math.exp(0.5 * 0.49);
    assertArrayEquals(new double[] {e * 0.49, e * 0.7 + 1.4}, Diff.grad(g).at(0.5, 0.7), 1e-14);
    assertEquals(
        e * 0.49 + 2 * (e * 0.7 + 1.4),
        Diff.directional(g).at(new double[] {0.5, 0.7}, new double[] {1, 2}),
        1e-13);
    assertTrue(Diff.grad(g).explain().startsWith("tier: " + tier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiled", "tracing"})
  void secondDerivativesDifferentiateTheRule(String tier) {
    System.setProperty("jacobean.tier", tier);
    ScalarField g = p -> product(p[0], p[1]) + square(p[0]);
    double[][] h = Diff.hessian(g).at(0.5, 0.7);
    assertArrayEquals(new double[] {2, 1.4}, h[0], 1e-14);
    assertArrayEquals(new double[] {1.4, 1}, h[1], 1e-14);
  }

  @Test
  void theMethodItselfCanBeDifferentiated() {
    assertEquals(9, Diff.derivative(HandWrittenTest::opaque).at(3));
    System.setProperty("jacobean.tier", "tracing");
    assertEquals(9, Diff.derivative(HandWrittenTest::opaque).at(3));
  }

  /** 1e300 overflows in between when the norm is written naively. */
  @Derivatives(forward = "normAlong", reverse = "normBack")
  static double norm(double[] x) {
    double s = 0;
    for (double d : x) s += d * d;
    return Double.parseDouble("" + Math.sqrt(s));
  }

  static double normAlong(double[] x, double[] dx) {
    double s = 0;
    double d = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[i];
      d += x[i] * dx[i];
    }
    return d / Math.sqrt(s);
  }

  static void normBack(double[] x, double w, double[] into) {
    double n = norm(x);
    for (int i = 0; i < x.length; i++) into[i] += w * x[i] / n;
  }

  @Derivatives(reverse = "scaledBack")
  static double[] scaled(double[] x, double c, int power) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) y[i] = Double.parseDouble("" + x[i] * Math.pow(c, power));
    return y;
  }

  static double scaledBack(double[] x, double c, int power, double[] w, double[] into) {
    double byC = 0;
    for (int i = 0; i < x.length; i++) {
      into[i] += w[i] * Math.pow(c, power);
      byC += w[i] * x[i] * power * Math.pow(c, power - 1);
    }
    return byC;
  }

  @Derivatives(forward = "sumsAlong")
  static double[] sums(double[] x) {
    double[] y = x.clone();
    for (int i = 1; i < y.length; i++) y[i] = Double.parseDouble("" + (y[i] + y[i - 1]));
    return y;
  }

  static double[] sumsAlong(double[] x, double[] dx) {
    double[] y = dx.clone();
    for (int i = 1; i < y.length; i++) y[i] += y[i - 1];
    return y;
  }

  @Test
  void arraysFollowTheRule() {
    ScalarField f = x -> x[0] * norm(x);
    assertArrayEquals(new double[] {5 + 9.0 / 5, 12.0 / 5}, Diff.grad(f).at(3, 4), 1e-14);
    assertEquals(12.0 / 5, Diff.directional(f).at(new double[] {3, 4}, new double[] {0, 1}), 1e-14);
    double[][] h = Diff.hessian(f).at(3, 4);
    double n = 5;
    assertEquals(3 * 3 / n - 27 / (n * n * n), h[0][0], 1e-13);
    assertEquals(4 / n - 36 / (n * n * n), h[0][1], 1e-13);
  }

  @Test
  void eitherHalfServesTheOtherMode() {
    ScalarField g = x -> scaled(new double[] {x[0], x[1]}, x[1] * x[1], 2)[0] * x[0];
    // x0² x1⁴
    assertArrayEquals(new double[] {2 * 2 * 81, 4 * 4 * 27}, Diff.grad(g).at(2, 3), 1e-10);
    assertEquals(
        2 * 2 * 81, Diff.directional(g).at(new double[] {2, 3}, new double[] {1, 0}), 1e-10);
    ScalarField s = x -> sums(x)[2] * sums(x)[1];
    assertArrayEquals(new double[] {3 + 6, 3 + 6, 3}, Diff.grad(s).at(1, 2, 3));
    double[][] j = Diff.jacobian((VectorField) x -> sums(x)).at(1, 2, 3);
    assertArrayEquals(new double[] {1, 1, 0}, j[1]);
    NotDifferentiable e =
        assertThrows(
            NotDifferentiable.class,
            () -> Diff.hessian((ScalarField) x -> scaled(x, 2, 2)[0] * x[0]).at(1, 2));
    assertTrue(e.getMessage().contains("no forward method"), e.getMessage());
  }

  static double rounded(double x) {
    return Math.rint(x);
  }

  static double mixed(double[] x, double c) {
    return Double.parseDouble("" + (x[0] + x[1]) * c);
  }

  static double mixedBack(double[] x, double c, double w, double[] into) {
    into[0] += w * c;
    into[1] += w * c;
    return w * (x[0] + x[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiled", "tracing"})
  void aRuleIsGivenByACallAndCanBeReplaced(String tier) {
    System.setProperty("jacobean.tier", tier);
    Real1 f = x -> 2 * rounded(x);
    Diff.rule(x -> rounded(x), x -> 1);
    assertEquals(2, Diff.derivative(f).at(1.3));
    Diff.rule(HandWrittenTest::rounded, x -> 7 * x);
    assertEquals(14 * 1.5, Diff.derivative(f).at(1.5));
  }

  @Test
  void aRuleForArraysIsGivenByACall() {
    Diff.rule(Diff.function(HandWrittenTest.class, "mixed"))
        .reverse(Diff.function(HandWrittenTest.class, "mixedBack"));
    assertArrayEquals(
        new double[] {3 + 3, 3}, Diff.grad((ScalarField) x -> mixed(x, x[0])).at(3, 0), 1e-14);
  }

  static double wrong(double[] x) {
    return x[0];
  }

  double notStatic(double x) {
    return x;
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() throws Exception {
    var wrong = HandWrittenTest.class.getDeclaredMethod("wrong", double[].class);
    BadArgument e = assertThrows(BadArgument.class, () -> Diff.rule(wrong).reverse((Real1) x -> x));
    assertTrue(
        e.getMessage().contains("must be void (double[], double, double[])"), e.getMessage());
    e = assertThrows(BadArgument.class, () -> Diff.rule(wrong).partials((Real1) x -> x));
    assertTrue(
        e.getMessage().contains("partials are for functions of numbers alone"), e.getMessage());
    var own = HandWrittenTest.class.getDeclaredMethod("notStatic", double.class);
    e = assertThrows(BadArgument.class, () -> Diff.rule(own).partials((Real1) x -> x));
    assertTrue(e.getMessage().contains("wrap the call in a static method"), e.getMessage());
    double c = Math.random();
    e = assertThrows(BadArgument.class, () -> Diff.rule(x -> rounded(x), x -> c));
    assertTrue(e.getMessage().contains("captures 1 values"), e.getMessage());
  }

  /** A session of its own, which gives a rule to a class that outlives it. */
  public static class Session implements Supplier<Object> {
    static double slopeHere(double x) {
      return 11;
    }

    @Override
    public Object get() {
      Diff.rule(x -> Lasting.lasting(x), x -> slopeHere(x));
      return Diff.derivative((Real1) x -> Lasting.lasting(x)).at(2);
    }
  }

  /** A class of a library. */
  public static class Lasting {
    public static double lasting(double x) {
      return x * x;
    }
  }

  private static final class OneClass extends ClassLoader {
    private final String name;

    OneClass(String name) {
      super(OneClass.class.getClassLoader());
      this.name = name;
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
      if (!wanted.equals(name)) return super.loadClass(wanted, resolve);
      Class<?> known = findLoadedClass(wanted);
      if (known != null) return known;
      try (InputStream in = getParent().getResourceAsStream(wanted.replace('.', '/') + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(wanted, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(wanted, e);
      }
    }
  }

  private static WeakReference<ClassLoader> session() throws Exception {
    ClassLoader loader = new OneClass(Session.class.getName());
    Class<?> c = Class.forName(Session.class.getName(), true, loader);
    Object d = ((Supplier<?>) c.getConstructor().newInstance()).get();
    assertEquals(11.0, d);
    return new WeakReference<>(loader);
  }

  @Test
  void aRuleGoesWithTheSessionThatWroteIt() throws Exception {
    WeakReference<ClassLoader> gone = session();
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(gone.get());
    assertEquals(4, Diff.derivative((Real1) x -> Lasting.lasting(x)).at(2));
  }
}
