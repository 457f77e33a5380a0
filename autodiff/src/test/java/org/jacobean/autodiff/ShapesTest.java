package org.jacobean.autodiff;

import static org.jacobean.autodiff.Diff.grad;
import static org.jacobean.autodiff.Diff.jacobian;
import static org.jacobean.autodiff.Diff.valueAndGrad;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user of a notebook cell would write, shape by shape. */
class ShapesTest {
  record Polar(double r, double phi) {}

  record Cartesian(double x, double y) {}

  record Layer(double[][] w, double[] b, String name, int size) {}

  static double loss(double[] w, double b, double[][] x, double[] y) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b - y[i];
      for (int j = 0; j < w.length; j++) e += w[j] * x[i][j];
      s += e * e;
    }
    return s / 2;
  }

  static double weighted(float[] w, int n, boolean twice, double c) {
    double s = 0;
    for (int i = 0; i < n; i++) s += w[i] * w[i] * c;
    return twice ? 2 * s : s;
  }

  static double through(Layer l, double[] x) {
    double s = 0;
    for (int i = 0; i < l.size(); i++) {
      double z = l.b()[i];
      for (int j = 0; j < x.length; j++) z += l.w()[i][j] * x[j];
      s += Math.tanh(z);
    }
    return s;
  }

  static Cartesian plane(Polar p) {
    return new Cartesian(p.r() * Math.cos(p.phi()), p.r() * Math.sin(p.phi()));
  }

  static double[] affine(double[][] w, double[] x) {
    double[] y = new double[w.length];
    for (int i = 0; i < y.length; i++) for (int j = 0; j < x.length; j++) y[i] += w[i][j] * x[j];
    return y;
  }

  @Test
  void severalScalars() {
    assertArrayEquals(new double[] {10, 6}, grad((x, y) -> 3 * x * x + 2 * x * y + y * y).at(1, 2));
    assertArrayEquals(
        new double[] {1, 1, 1, 1, 1, 1},
        grad((a, b, c, d, e, f) -> a + b + c + d + e + f).at(1, 2, 3, 4, 5, 6));
    assertEquals(
        10,
        grad((double x, double y) -> 3 * x * x + 2 * x * y + y * y)
            .wrt("x")
            .at(1.0, 2.0)
            .number("x"));
  }

  @Test
  void oneVector() {
    assertArrayEquals(
        new double[] {8, 15},
        grad(x -> x[0] * x[0] + 3 * x[0] * x[1] + x[1] * x[1] * x[1]).at(1, 2));
  }

  @Test
  void arraysScalarsAndMatricesByNameAndPosition() {
    double[][] x = {{1, 1}, {1, 2}};
    double[] y = {2, 5};
    Gradient g = grad(ShapesTest::loss);
    assertEquals(List.of("w", "b", "x", "y"), g.at(new double[] {0, 0}, 0.0, x, y).names());
    Partials p = g.wrt("w", "b").at(new double[] {0, 0}, 0.0, x, y);
    assertArrayEquals(new double[] {-7, -12}, p.vector("w"));
    assertEquals(-7, p.number("b"));
    assertArrayEquals(
        new double[] {-7, -12}, g.wrt(0).at(new double[] {0, 0}, 0.0, x, y).vector("w"));
    assertArrayEquals(
        new double[] {-2, -2},
        g.wrt("x")
            .at(new double[] {1, 1}, 0.0, new double[][] {{0, 0}, {0, 0}}, new double[] {2, 5})
            .matrix("x")[0]);
    assertEquals(14.5, valueAndGrad(ShapesTest::loss).at(new double[] {0, 0}, 0.0, x, y).value());
  }

  @Test
  void floatsWholeNumbersAndFlags() {
    Partials p = grad(ShapesTest::weighted).at(new float[] {1, 2, 3}, 2, true, 0.5);
    assertArrayEquals(new float[] {2, 4, 0}, (float[]) p.of("w"));
    assertEquals(10, p.number("c"));
    assertEquals(List.of("w", "c"), p.names());
  }

  @Test
  void aRecordOfArraysGivesARecordOfArrays() {
    Layer at = new Layer(new double[][] {{1, 2}, {3, 4}}, new double[] {0.1, 0.2}, "hidden", 2);
    Layer d = (Layer) grad(ShapesTest::through).wrt("l").at(at, new double[] {0.3, -0.1}).of("l");
    double t = Math.tanh(0.2);
    assertEquals(1 - t * t, d.b()[0], 1e-15);
    assertEquals(0.3 * (1 - t * t), d.w()[0][0], 1e-15);
    assertEquals("hidden", d.name());
    assertEquals(2, d.size());
  }

  @Test
  void aJacobianOfSeveralScalars() {
    double[][] j =
        jacobian((r, phi) -> new double[] {r * Math.cos(phi), r * Math.sin(phi)})
            .at(2, Math.PI / 2);
    assertArrayEquals(new double[] {0, -2}, j[0], 1e-15);
    assertArrayEquals(new double[] {1, 0}, j[1], 1e-15);
    assertArrayEquals(
        new double[] {3, 2, 0}, jacobian((x, y, z) -> new double[] {x * y, z}).at(2, 3, 1)[0]);
    assertEquals(4, jacobian((a, b, c, d) -> new double[] {a, b, c, d}).at(1, 2, 3, 4).length);
  }

  @Test
  void aJacobianOfAVectorAndOfACurve() {
    assertArrayEquals(
        new double[] {2, 1}, jacobian(x -> new double[] {x[0] * x[1], x[0]}).at(1, 2)[0]);
    assertArrayEquals(
        new double[] {0},
        jacobian((double t) -> new double[] {Math.cos(t), Math.sin(t)}).at(0)[0],
        1e-15);
  }

  @Test
  void aFunctionThatGivesARecord() {
    Jacobian j = jacobian((r, phi) -> new Cartesian(r * Math.cos(phi), r * Math.sin(phi)));
    assertEquals(List.of("result.x", "result.y"), j.shaped(2, 0).rows());
    assertArrayEquals(new double[] {0, 2}, j.at(2, 0)[1], 1e-15);
  }

  @Test
  void fromRecordToRecord() {
    ShapedJacobian.Matrix m = jacobian((Polar p) -> plane(p)).at(new Polar(2, 0));
    assertEquals(List.of("p.r", "p.phi"), m.columns());
    assertEquals(List.of("result.x", "result.y"), m.rows());
    assertArrayEquals(new double[] {0, 2}, m.values()[1], 1e-15);
    assertArrayEquals(m.values()[0], jacobian(ShapesTest::plane).at(new Polar(2, 0)).values()[0]);
  }

  @Test
  void aMatrixTimesAVectorByEither() {
    double[][] w = {{1, 2, 3}, {4, 5, 6}};
    double[] x = {1, 0, -1};
    ShapedJacobian.Matrix byX = jacobian(ShapesTest::affine, "x").at(w, x);
    assertArrayEquals(w[1], byX.values()[1]);
    assertEquals(List.of("x[0]", "x[1]", "x[2]"), byX.columns());
    ShapedJacobian.Matrix byW = jacobian(ShapesTest::affine, "w").at(w, x);
    assertArrayEquals(new double[] {0, 0, 0, 1, 0, -1}, byW.values()[1]);
    assertEquals(9, jacobian(ShapesTest::affine).at(w, x).columns().size());
  }
}
