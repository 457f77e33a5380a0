package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Records, boxes, lambdas and instance methods in the compiled tier. */
class ObjectsTest {
  record Point(double a, double b) {
    Point plus(Point o) {
      return new Point(a + o.a, b + o.b);
    }

    double norm() {
      return Math.sqrt(a * a + b * b);
    }
  }

  record Model(Point p, double[] w, int n) {}

  private static double walk(Point p, double x) {
    Point q = new Point(p.a() * x, p.b());
    for (int i = 0; i < 3; i++) q = q.plus(new Point(x, p.a()));
    return q.norm() * p.norm();
  }

  private static double energy(Model m) {
    double s = m.p().norm();
    for (int i = 0; i < m.n(); i++) s += m.w()[i] * m.w()[i] * m.p().b();
    return s;
  }

  private static Gradient compiled(Gradient g) {
    assertTrue(g.explain().startsWith("tier: compiled"), g.explain());
    return g;
  }

  @Test
  void theGradientOfARecordIsARecord() {
    Partials d = compiled(Diff.grad(ObjectsTest::walk)).at(new Point(1, 2), 3.0);
    Point p = (Point) d.of("p");
    double h = 1e-6;
    assertEquals(
        (walk(new Point(1 + h, 2), 3) - walk(new Point(1 - h, 2), 3)) / (2 * h), p.a(), 1e-7);
    assertEquals(
        (walk(new Point(1, 2 + h), 3) - walk(new Point(1, 2 - h), 3)) / (2 * h), p.b(), 1e-7);
    assertEquals(
        (walk(new Point(1, 2), 3 + h) - walk(new Point(1, 2), 3 - h)) / (2 * h),
        d.number("x"),
        1e-7);
  }

  @Test
  void nestedRecordsKeepWhatIsNoNumber() {
    Model at = new Model(new Point(3, 4), new double[] {1, 2}, 2);
    Model d = (Model) compiled(Diff.grad(ObjectsTest::energy)).at(at).of("m");
    assertArrayEquals(new double[] {8, 16}, d.w());
    assertEquals(0.6, d.p().a(), 1e-15);
    assertEquals(5.8, d.p().b(), 1e-15);
    assertEquals(2, d.n());
  }

  private static double twice(DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(x) * 2;
  }

  private static double sum(Function<Double, Double> f, int n, double x) {
    double s = 0;
    for (int i = 0; i < n; i++) s += f.apply(x * i);
    return s;
  }

  private static double lambdas(double x, double y) {
    return twice(t -> t * t * y, x) + twice(Math::sin, y) + sum(t -> t * t, 3, x);
  }

  @Test
  void lambdasHandedToDifferentiatedMethodsAreFollowed() {
    VectorGradient g = Diff.grad(ObjectsTest::lambdas);
    assertTrue(g.explain().startsWith("tier: compiled"), g.explain());
    assertArrayEquals(new double[] {18, 2 * 2.25 + 2 * Math.cos(0.5)}, g.at(1.5, 0.5), 1e-14);
  }

  static class Spring {
    private double k = 3;
    private final double[] rest = {1, 2};

    double energy(double x) {
      return half(x) * k;
    }

    private double half(double x) {
      return 0.5 * (x - rest[0]) * (x - rest[0]);
    }
  }

  @Test
  void fieldsOfABoundObjectAreReadLive() {
    Spring s = new Spring();
    Derivative d = Diff.derivative(s::energy);
    assertTrue(d.explain().startsWith("tier: compiled"), d.explain());
    assertEquals(6, d.at(3));
    s.k = 5;
    assertEquals(10, d.at(3));
    assertEquals(10, Diff.grad((double[] v) -> s.energy(v[0])).at(3)[0]);
  }

  @Test
  void boxedParametersAreNumbers() {
    Partials p =
        compiled(Diff.grad((double[] w, Double b) -> w[0] * b * b)).at(new double[] {2}, 3.0);
    assertEquals(12, p.number("b"));
    assertArrayEquals(new double[] {9}, p.vector("w"));
  }

  private double last;

  private double remembers(double x) {
    last = x * x;
    return last * x;
  }

  @Test
  void anActiveValueInAFieldIsRefusedByTheCompiledTierWithMethodAndLine() {
    Derivative d = Diff.derivative(this::remembers);
    assertTrue(
        d.explain().contains("A store into a field in `ObjectsTest.remembers` (line "),
        d.explain());
  }
}
