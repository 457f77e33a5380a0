package org.jacobean.autodiff.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.ObjectGradient;
import org.jacobean.autodiff.error.BadArgument;
import org.junit.jupiter.api.Test;

/** Objects as parameters: the gradient has their structure. */
class ModelGradientTest {

  record Line(double slope, double offset, String name) {
    double at(double x) {
      return slope * x + offset;
    }
  }

  static class Unit {
    private final double[] weights;
    private double bias;
    final String name;

    Unit(String name, double bias, double... weights) {
      this.name = name;
      this.bias = bias;
      this.weights = weights;
    }

    double out(double[] x) {
      double s = bias;
      for (int i = 0; i < x.length; i++) {
        s += weights[i] * x[i];
      }
      return Math.tanh(s);
    }
  }

  static class Net {
    final List<Unit> units = new ArrayList<>();
    final Map<String, Double> scales = new HashMap<>();
    List<Double> offsets = new ArrayList<>();
    Line line = new Line(2, 3, "l");
    transient double ignored = 5;
    int runs;

    double loss(double[] x) {
      runs++;
      double s = 0;
      for (Unit u : units) {
        s += u.out(x) * scales.get(u.name) + offsets.get(0);
      }
      return line.at(s) * ignored;
    }
  }

  private static Net net() {
    Net n = new Net();
    n.units.add(new Unit("a", 0.1, 0.2, 0.3));
    n.units.add(new Unit("b", -0.1, 0.5, -0.3));
    n.scales.put("a", 1.5);
    n.scales.put("b", -0.5);
    n.offsets.add(0.25);
    return n;
  }

  @Test
  void recordsGiveRecords() {
    ObjectGradient<Line> g = Diff.grad(new Line(2, 3, "name"), l -> l.at(4) * l.at(1));
    assertEquals(new Line(4 * 5 + 11 * 1, 5 + 11, "name"), g.gradient());
    assertEquals(55, g.value());
    assertArrayEquals(new double[] {31, 16}, g.flat());
  }

  @Test
  void objectsListsAndMapsGiveTheSameStructure() {
    double[] x = {0.7, -0.4};
    Net n = net();
    ObjectGradient<Net> g = Diff.grad(n, m -> m.loss(x));
    assertEquals(1, n.runs, "the model saw one run");
    assertEquals(net().loss(x), g.value());
    double h = 1e-6;
    Net up = net();
    Net down = net();
    up.units.get(1).weights[0] += h;
    down.units.get(1).weights[0] -= h;
    double wanted = (up.loss(x) - down.loss(x)) / (2 * h);
    assertEquals(wanted, g.gradient().units.get(1).weights[0], 1e-7);
    assertEquals(wanted, g.of("units[1].weights[0]"), 1e-7);
    up = net();
    down = net();
    up.scales.put("a", 1.5 + h);
    down.scales.put("a", 1.5 - h);
    wanted = (up.loss(x) - down.loss(x)) / (2 * h);
    assertEquals(wanted, g.gradient().scales.get("a"), 1e-7);
    assertEquals(2 * 2 * 5, g.gradient().offsets.get(0), 1e-12);
    assertEquals(5, g.gradient().line.offset(), 1e-12);
    assertEquals("b", g.gradient().units.get(1).name);
    assertEquals(
        net().units.get(1).weights[0], n.units.get(1).weights[0], "the model is as before");
  }

  @Test
  void namedFieldsAloneAndTheTable() {
    ObjectGradient<Net> g = Diff.grad(net(), m -> m.loss(new double[] {1, 2}), "weights");
    assertEquals(4, g.flat().length);
    assertEquals(0, g.gradient().units.get(0).bias);
    String[] rows = g.toString().split(System.lineSeparator());
    assertEquals(2, rows.length);
    assertTrue(rows[0].startsWith("units[0].weights  "), rows[0]);
    assertEquals(1, Diff.grad(net(), m -> m.loss(new double[] {1, 2}), "line.slope").flat().length);
  }

  @Test
  void whatHoldsNoDoublesSaysSo() {
    BadArgument e =
        assertThrows(
            BadArgument.class, () -> Diff.grad(net(), m -> m.loss(new double[2]), "wights"));
    assertTrue(e.getMessage().contains("no doubles under [wights]"), e.getMessage());
    e = assertThrows(BadArgument.class, () -> Diff.grad("text", s -> s.length() * 2.0));
    assertTrue(e.getMessage().contains("holds no doubles"), e.getMessage());
    Net fixed = net();
    fixed.offsets = List.of(0.25);
    e = assertThrows(BadArgument.class, () -> Diff.grad(fixed, m -> m.loss(new double[2])));
    assertTrue(e.getMessage().contains("use an ArrayList"), e.getMessage());
  }
}
