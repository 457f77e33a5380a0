package org.jacobean.autodiff.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Partials;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.ForwardStep;
import org.jacobean.autodiff.symbolic.CompiledExpr;
import org.jacobean.autodiff.symbolic.Formula;
import org.jacobean.autodiff.symbolic.FormulaTooLargeException;
import org.jacobean.autodiff.symbolic.Symbolic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs: the graph and the formula mean what the program and its gradient compute. */
class GraphsOfRandomProgramsTest {
  private static final int BATCH = 40;

  static LongStream batches() {
    return LongStream.range(0, Boolean.getBoolean("jacobean.full") ? 60 : 1).map(i -> i * BATCH);
  }

  @ParameterizedTest
  @MethodSource("batches")
  void graphAndFormulaAgreeWithTheProgram(long from) throws Exception {
    Map<String, String> sources = new HashMap<>();
    for (long seed = from; seed < from + BATCH; seed++) {
      sources.put("G" + seed, RandomProgram.source("G" + seed, seed));
    }
    CompiledSources loader = new CompiledSources(sources);
    int formulas = 0;
    for (long seed = from; seed < from + BATCH; seed++) {
      Method f = method(loader.loadClass("G" + seed));
      formulas += check(f, new Random(seed), "seed " + seed) ? 1 : 0;
    }
    assertTrue(formulas > BATCH / 10, "only " + formulas + " programs had a formula");
  }

  private static Method method(Class<?> c) {
    return Stream.of(c.getMethods()).filter(m -> m.getName().equals("f")).findFirst().orElseThrow();
  }

  private static Object[] arguments(Random r) {
    double[][] a = new double[4][];
    Arrays.setAll(a, i -> r.doubles(4, -1, 1).toArray());
    double[] x = r.doubles(4, -1, 1).toArray();
    double[] y = r.doubles(4, -1, 1).toArray();
    return new Object[] {r.nextDouble(), r.nextDouble(), x, y, a, 2};
  }

  private static Object[] copy(Object[] arguments) {
    double[][] a = (double[][]) arguments[4];
    double[][] rows = Stream.of(a).map(double[]::clone).toArray(double[][]::new);
    return new Object[] {
      arguments[0],
      arguments[1],
      ((double[]) arguments[2]).clone(),
      ((double[]) arguments[3]).clone(),
      rows,
      arguments[5]
    };
  }

  /** Whether the program had a formula; its graph is checked in any case. */
  private static boolean check(Method f, Random r, String what) throws Exception {
    Object[] arguments = arguments(r);
    double value = (double) f.invoke(null, copy(arguments));
    double[] gradient = flat(Diff.grad(f).at(copy(arguments)));
    ComputationGraph graph = ComputationGraph.of(f, arguments);
    assertEquals(value, graph.value(), what);
    assertClose(gradient, graph.backprop().gradient(), what);
    double[] direction = r.doubles(gradient.length, -1, 1).toArray();
    List<ForwardStep> steps = graph.forward(direction);
    double tangent =
        steps.stream()
            .filter(s -> s.node() == graph.output())
            .mapToDouble(ForwardStep::tangent)
            .sum();
    assertEquals(dot(gradient, direction), tangent, 1e-9 * (1 + Math.abs(tangent)), what);
    return checkFormula(graph, value, gradient, what);
  }

  private static boolean checkFormula(
      ComputationGraph graph, double value, double[] gradient, String what) {
    Formula formula;
    try {
      formula = Symbolic.of(graph);
    } catch (FormulaTooLargeException e) {
      return false;
    }
    if (formula.value().size() > 120) {
      return false;
    }
    double[] point = graph.inputs().stream().mapToDouble(n -> n.value()).toArray();
    assertEquals(value, formula.compiled().at(point), 1e-9 * (1 + Math.abs(value)), what);
    CompiledExpr partials = CompiledExpr.of(formula.gradient().partials(), formula.variables());
    assertClose(gradient, partials.allAt(point), what);
    return true;
  }

  private static double[] flat(Partials partials) {
    List<Double> all = new ArrayList<>();
    partials.asMap().values().forEach(v -> collect(v, all));
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(Object value, List<Double> all) {
    if (value instanceof Number n) {
      all.add(n.doubleValue());
    } else if (value instanceof double[] a) {
      DoubleStream.of(a).forEach(all::add);
    } else {
      Stream.of((Object[]) value).forEach(v -> collect(v, all));
    }
  }

  private static double dot(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return s;
  }

  private static void assertClose(double[] expected, double[] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-8 * (1 + Math.abs(expected[i]));
      assertEquals(expected[i], actual[i], tolerance, what + ", component " + i);
    }
  }
}
