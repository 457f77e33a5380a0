package org.jacobean.autodiff.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jacobean.autodiff.Real2;
import org.jacobean.autodiff.Real3;
import org.jacobean.autodiff.ScalarField;
import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.Test;

class ComputationGraphTest {
  private static final Real2 SQUARED_ERROR =
      (w, x) -> {
        double e = 3 - w * x;
        return e * e;
      };

  @Test
  void nodesAreTheOperationsInTheirOrder() {
    ComputationGraph g = ComputationGraph.of(SQUARED_ERROR, 2.0, 4.0);
    assertEquals(
        List.of(
            "w = w = 2.0",
            "x = x = 4.0",
            "v2 = · = 8.0",
            "v3 = 3 = 3.0",
            "e = − = -5.0",
            "v5 = · = 25.0"),
        g.nodes().stream().map(Node::toString).toList());
    assertEquals(25, g.value());
    assertTrue(g.output().place().line() > 0);
  }

  @Test
  void reverseSweepAddsUpWhatComesByEachEdge() {
    ComputationGraph g = ComputationGraph.of(SQUARED_ERROR, 2.0, 4.0);
    Backprop sweep = g.backprop();
    List<String> lines =
        sweep.steps().stream()
            .map(
                s ->
                    s.from()
                        + " → "
                        + s.to().index()
                        + ": "
                        + s.adjoint()
                        + " · "
                        + s.partial()
                        + " = "
                        + s.contribution()
                        + ", "
                        + s.sum())
            .toList();
    assertEquals(
        List.of(
            "v5 = · = 25.0 → 4: 1.0 · -5.0 = -5.0, -5.0",
            "v5 = · = 25.0 → 4: 1.0 · -5.0 = -5.0, -10.0",
            "e = − = -5.0 → 2: -10.0 · -1.0 = 10.0, 10.0",
            "v2 = · = 8.0 → 0: 10.0 · 4.0 = 40.0, 40.0",
            "v2 = · = 8.0 → 1: 10.0 · 2.0 = 20.0, 20.0"),
        lines);
    assertArrayEquals(new double[] {40, 20}, sweep.gradient());
  }

  @Test
  void forwardSweepFollowsADirection() {
    ComputationGraph g = ComputationGraph.of(SQUARED_ERROR, 2.0, 4.0);
    List<ForwardStep> steps = g.forward(1, 0);
    assertEquals(40, steps.get(steps.size() - 1).tangent());
    assertThrows(BadArgument.class, () -> g.forward(1));
  }

  @Test
  void forwardAndReverseSweepsAgreeWithDifferences() {
    Real3 f = (x, y, z) -> Math.sin(x * y) / Math.sqrt(z) + Math.atan2(y, x) * Math.max(x, z);
    double[] p = {0.7, 1.3, 2.1};
    ComputationGraph g = ComputationGraph.of(f, p[0], p[1], p[2]);
    double[] gradient = g.backprop().gradient();
    for (int i = 0; i < 3; i++) {
      double[] direction = new double[3];
      direction[i] = 1;
      List<ForwardStep> steps = g.forward(direction);
      assertEquals(gradient[i], steps.get(steps.size() - 1).tangent(), 1e-15);
      double h = 1e-6;
      double[] up = p.clone();
      double[] down = p.clone();
      up[i] += h;
      down[i] -= h;
      double difference =
          (f.apply(up[0], up[1], up[2]) - f.apply(down[0], down[1], down[2])) / (2 * h);
      assertEquals(difference, gradient[i], 1e-8);
    }
  }

  @Test
  void valuesEqualTheFunctionsOwnBitByBit() {
    ScalarField f =
        v -> {
          double s = 0;
          for (int i = 0; i < v.length; i++) {
            double t = v[i] * 0.1 + Math.cos(s);
            s += i % 2 == 0 ? t / 3 : Math.pow(t, 1.7);
          }
          return s;
        };
    double[] x = IntStream.range(0, 40).mapToDouble(i -> 1 + i * 0.37).toArray();
    assertEquals(f.apply(x), ComputationGraph.of(f, (Object) x).value());
  }

  @Test
  void severalOutputsHaveSweepsOfTheirOwn() {
    ComputationGraph g =
        ComputationGraph.of(
            org.jacobean.autodiff.function.Functions.target(this, "polar"), 2.0, 0.5);
    assertEquals(2, g.outputs().size());
    assertArrayEquals(
        new double[] {Math.cos(0.5), -2 * Math.sin(0.5)}, g.backprop(0).gradient(), 1e-15);
    assertArrayEquals(
        new double[] {Math.sin(0.5), 2 * Math.cos(0.5)}, g.backprop(1).gradient(), 1e-15);
  }

  static double[] polar(double r, double phi) {
    return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
  }

  @Test
  void unusedOperationsCanBeLeftOut() {
    Real2 f =
        (x, y) -> {
          double unused = Math.sin(x);
          double[] a = {x, unused};
          return a[0] * y;
        };
    ComputationGraph g = ComputationGraph.of(f, 2.0, 3.0);
    assertEquals(4, g.nodes().size());
    ComputationGraph small = g.withoutUnused();
    assertEquals(3, small.nodes().size());
    assertEquals(2, small.output().index());
    assertArrayEquals(g.backprop().gradient(), small.backprop().gradient());
  }

  @Test
  void nanIsFoundWhereItArisesFirst() {
    Real2 f = (x, y) -> Math.log(x - y) * 2 + 1;
    ComputationGraph g = ComputationGraph.of(f, 1.0, 2.0);
    assertEquals(1, g.findings().size());
    Finding found = g.findings().get(0);
    assertEquals(Finding.Kind.NOT_FINITE, found.kind());
    assertTrue(found.message().startsWith("NaN arises first in the lambda"), found.message());
    assertTrue(found.message().contains("log of -1.0"), found.message());
  }

  @Test
  void equalityOnInputsWarnsAndOnSizesDoesNot() {
    ScalarField f = v -> v.length == 2 ? v[0] * v[1] : v[0];
    assertTrue(ComputationGraph.of(f, (Object) new double[] {1, 2}).findings().isEmpty());
    Real2 g = (x, y) -> x == y ? x : x * y;
    List<Finding> findings = ComputationGraph.of(g, 1.0, 2.0).findings();
    assertEquals(Finding.Kind.EQUALITY_DECIDES, findings.get(0).kind());
  }

  @Test
  void aConstantResultIsAnOutputWithoutGradient() {
    Real2 f = (x, y) -> 7;
    ComputationGraph g = ComputationGraph.of(f, 1.0, 2.0);
    assertEquals(7, g.value());
    assertArrayEquals(new double[2], g.backprop().gradient());
    assertNull(g.output().name());
    assertFalse(g.output().isInput());
  }
}
