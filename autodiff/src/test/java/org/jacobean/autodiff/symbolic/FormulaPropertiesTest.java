package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every formula, tried on random ones. */
class FormulaPropertiesTest {
  private static final int COUNT = Boolean.getBoolean("jacobean.full") ? 4_000 : 200;

  static LongStream seeds() {
    return LongStream.range(0, COUNT / 100);
  }

  private interface Property {
    void check(Expr formula, Map<Var, Double> point);
  }

  private static void everyFormula(long seed, Property property) {
    RandomFormulas random = new RandomFormulas(seed);
    for (int i = 0; i < 100; i++) {
      property.check(random.next(1 + i % 5), random.point());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void simplifiedFormHasTheSameValue(long seed) {
    everyFormula(seed, (f, p) -> assertSame(f, f.at(p), f.simplified().at(p), conditioning(f, p)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void simplifyingTwiceChangesNothing(long seed) {
    everyFormula(
        seed,
        (f, p) -> {
          Expr once = f.simplified();
          assertEquals(once.unicode(), once.simplified().unicode(), f::toString);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void derivativeEqualsCentralDifference(long seed) {
    everyFormula(seed, FormulaPropertiesTest::checkDerivative);
  }

  private static void checkDerivative(Expr f, Map<Var, Double> p) {
    for (Var v : RandomFormulas.VARIABLES) {
      double h = 1e-4;
      double near = central(f, p, v, h);
      double nearer = central(f, p, v, h / 2);
      double extrapolated = (4 * nearer - near) / 3;
      boolean smooth = Math.abs(near - nearer) < 1e-5 * (1 + Math.abs(nearer));
      if (smooth && isFiniteInside(f, p) && conditioning(f, p) < 1e4) {
        double exact = f.derivative(v).at(p);
        String what = "d/d" + v + " of " + f + " at " + p;
        assertTrue(Double.isFinite(exact), what + " is " + exact + " by " + f.derivative(v));
        assertEquals(extrapolated, exact, 1e-5 * (1 + Math.abs(exact)), what);
      }
    }
  }

  /** Whether no part is infinite, and no root is taken of 0, where its derivative is infinite. */
  private static boolean isFiniteInside(Expr f, Map<Var, Double> p) {
    boolean root =
        f instanceof Power r && !r.exponent().equals(Num.TWO) && Math.abs(r.base().at(p)) < 1e-9;
    return !root
        && Double.isFinite(f.at(p))
        && f.children().stream().allMatch(c -> isFiniteInside(c, p));
  }

  private static double central(Expr f, Map<Var, Double> p, Var v, double h) {
    return (f.at(moved(p, v, h)) - f.at(moved(p, v, -h))) / (2 * h);
  }

  private static Map<Var, Double> moved(Map<Var, Double> p, Var v, double h) {
    Map<Var, Double> q = new HashMap<>(p);
    q.merge(v, h, Double::sum);
    return q;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void textReadsBack(long seed) {
    everyFormula(seed, (f, p) -> assertEquals(f, Expr.parse(f.toString()), f::toString));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compiledFormHasTheSameValue(long seed) {
    everyFormula(
        seed,
        (f, p) -> {
          CompiledExpr compiled = CompiledExpr.of(f, RandomFormulas.VARIABLES);
          double[] x = RandomFormulas.VARIABLES.stream().mapToDouble(p::get).toArray();
          assertSame(f, f.at(p), compiled.at(x), conditioning(f, p));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void latexIsBalanced(long seed) {
    everyFormula(
        seed,
        (f, p) -> {
          assertBalanced(f.latex());
          Derivation.of(f, RandomFormulas.X).steps().forEach(s -> assertBalanced(s.latex()));
        });
  }

  private static void assertBalanced(String latex) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : latex.toCharArray()) {
      if ("{([".indexOf(c) >= 0) {
        open.push(c);
      } else if ("})]".indexOf(c) >= 0) {
        assertTrue(!open.isEmpty() && "{([".indexOf(open.pop()) == "})]".indexOf(c), latex);
      }
    }
    assertTrue(open.isEmpty(), latex);
    assertEquals(count(latex, "\\left"), count(latex, "\\right"), latex);
    assertEquals(count(latex, "\\begin"), count(latex, "\\end"), latex);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void javaOutputCompilesAndAgrees() throws Exception {
    RandomFormulas random = new RandomFormulas(77);
    List<Expr> formulas =
        java.util.stream.IntStream.range(0, 200).mapToObj(i -> random.next(1 + i % 5)).toList();
    JavaSourceClass compiled = JavaSourceClass.of(formulas);
    for (int i = 0; i < formulas.size(); i++) {
      Map<Var, Double> p = random.point();
      Expr f = formulas.get(i);
      double java =
          compiled.value(
              i,
              p.get(RandomFormulas.X),
              p.get(RandomFormulas.Y),
              new double[] {p.get(RandomFormulas.W)});
      assertSame(f, f.at(p), java, conditioning(f, p));
    }
  }

  /** Equal up to rounding, which the formula may enlarge by its conditioning. */
  private static void assertSame(Expr f, double expected, double actual, double conditioning) {
    if (Double.isNaN(expected) || Double.isInfinite(expected) || conditioning > 1e6) {
      return; // outside the domain forms may differ: x/x is 1, √x·√x is x
    }
    double tolerance = 1e-9 * (1 + Math.abs(expected)) * (1 + conditioning);
    assertEquals(expected, actual, tolerance, () -> f + " against " + f.simplified());
  }

  /** How far the value moves when the point moves by a part in 10⁹, relative to that. */
  private static double conditioning(Expr f, Map<Var, Double> p) {
    double worst = 0;
    double here = f.at(p);
    for (Var v : RandomFormulas.VARIABLES) {
      double moved = f.at(moved(p, v, 1e-7));
      worst = Math.max(worst, Math.abs(moved - here) / 1e-7 / (1 + Math.abs(here)));
    }
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }
}
