package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.check;
import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What Java's language does with doubles, traced. */
class LanguageTest {

  static double cube(double x) {
    return x * x * x;
  }

  static class Neuron {
    final double[] w;
    double bias;
    double last;
    DoubleUnaryOperator act = Math::tanh;

    Neuron(int n) {
      w = new double[n];
    }

    double fire(double[] x) {
      double s = bias;
      for (int i = 0; i < w.length; i++) {
        s += w[i] * x[i];
      }
      last = act.applyAsDouble(s);
      return last;
    }
  }

  static class Layer {
    private final List<Neuron> neurons = new ArrayList<>();

    Layer(int in, int out) {
      for (int i = 0; i < out; i++) {
        neurons.add(new Neuron(in));
      }
    }

    double[] forward(double[] x) {
      return neurons.stream().mapToDouble(n -> n.fire(x)).toArray();
    }
  }

  interface Shape {
    double area();

    default double twice() {
      return 2 * area();
    }
  }

  record Circle(double r) implements Shape {
    @Override
    public double area() {
      return Math.PI * r * r;
    }
  }

  abstract static class Solid implements Shape {
    protected double scale = 1.5;

    abstract double side();

    @Override
    public double area() {
      return scale * side() * side();
    }
  }

  static class Box extends Solid {
    private final double s;

    Box(double s) {
      this.s = s;
    }

    @Override
    double side() {
      return s + 1;
    }
  }

  @Test
  void arithmeticAndLoops() {
    assertArrayEquals(
        new double[] {10, 6}, gradient(x -> 3 * x[0] * x[0] + 2 * x[0] * x[1] + x[1] * x[1], 1, 2));
    check(
        x -> {
          double s = 0;
          for (int i = 1; i < x.length; i++) {
            double a = x[i] - x[i - 1] * x[i - 1];
            s += 100 * a * a + (1 - x[i - 1]) * (1 - x[i - 1]) - x[i] % 0.7 / (2 + x[i]);
          }
          return -s;
        },
        0.3,
        -1.2,
        0.8,
        1.9);
  }

  @Test
  void objectsWithMutableFieldsLambdasAndStreams() {
    double[] data = {0.5, -0.3};
    check(
        p -> {
          Layer l = new Layer(2, 3);
          int k = 0;
          for (Neuron n : l.neurons) {
            for (int i = 0; i < n.w.length; i++) {
              n.w[i] = p[k++];
            }
            n.bias = p[k++];
          }
          double[] out = l.forward(data);
          double s = 0;
          for (double o : out) {
            s += o * o;
          }
          return s + l.neurons.get(1).last;
        },
        0.1,
        0.2,
        -0.3,
        0.4,
        0.5,
        -0.6,
        0.7,
        0.8,
        -0.9);
  }

  @Test
  void liveObjectsAreCopiedAndSeeOneRunOnly() {
    Neuron live = new Neuron(1);
    live.bias = 0.25;
    int[] calls = {0};
    double[] g =
        gradient(
            x -> {
              calls[0]++;
              live.w[0] += x[0];
              return live.fire(new double[] {x[0]});
            },
            2.0);
    assertEquals(1, calls[0]);
    assertEquals(2.0, live.w[0]);
    assertEquals(Math.tanh(4.25), live.last);
    double t = Math.tanh(4.25);
    assertEquals((1 - t * t) * 4, g[0], 1e-12);
  }

  @Test
  void inheritanceInterfacesRecordsAndVirtualCalls() {
    check(
        x -> {
          Shape[] all = {new Circle(x[0]), new Box(x[1]), () -> x[0] * x[1]};
          double s = 0;
          for (Shape shape : all) {
            s += shape.twice();
          }
          return s;
        },
        0.7,
        1.3);
  }

  @Test
  void boxesListsMapsAndGenericFunctions() {
    check(
        x -> {
          List<Double> list = new ArrayList<>();
          for (double d : x) {
            list.add(d * d);
          }
          Map<String, Double> map = new HashMap<>();
          map.put("a", list.get(0));
          map.merge("a", list.get(1), (p, q) -> p * q);
          map.computeIfAbsent("b", k -> Math.sin(x[2]));
          Function<Double, Double> f = v -> v + 1;
          Supplier<Double> s = () -> map.get("a") * map.get("b");
          return f.andThen(v -> v * v).apply(s.get());
        },
        0.4,
        1.1,
        0.9);
  }

  @Test
  void exceptionsSynchronizedAndSwitch() {
    check(
        x -> {
          double s = 0;
          Object lock = new Object();
          for (int i = 0; i < 4; i++) {
            try {
              if (i == 2) {
                throw new IllegalStateException("two");
              }
              synchronized (lock) {
                s +=
                    switch (i) {
                      case 0 -> Math.exp(x[0]);
                      case 1 -> cube(x[1]);
                      default -> x[0] * x[1];
                    };
              }
            } catch (IllegalStateException e) {
              s *= e.getMessage().length() * x[0];
            } finally {
              s += x[1];
            }
          }
          return s;
        },
        0.6,
        1.4);
  }

  static double rate = 3;
  static double[] table = {1, 2, 3};

  @Test
  void staticsAreReadLiveAndLeftAlone() {
    rate = 5;
    double[] g =
        gradient(
            x -> {
              rate += x[0];
              table[0] = x[0];
              return rate * table[1] + table[0];
            },
            2.0);
    assertArrayEquals(new double[] {3}, g, 1e-15);
    assertEquals(7, rate);
    assertEquals(2, table[0]);
    rate = 1;
    assertArrayEquals(new double[] {4}, gradient(x -> (rate + 1) * 2 * x[0], 1.0), 1e-15);
  }

  @Test
  void argumentsMayBeOverwritten() {
    check(
        x -> {
          for (int i = 1; i < x.length; i++) {
            x[i] = x[i] * x[i - 1];
          }
          x[0] = 7;
          return x[2] + x[1];
        },
        1.3,
        0.7,
        -0.4);
  }
}
