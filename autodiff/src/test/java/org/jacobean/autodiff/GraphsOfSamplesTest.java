package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jacobean.autodiff.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graph reads every construct the compiled gradient covers, and gives the same gradient. */
class GraphsOfSamplesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("org.jacobean.autodiff.CompiledTierTest#functions")
  void sweepGivesTheCompiledGradient(String name, ScalarField f, double[] x) {
    ComputationGraph graph = ComputationGraph.of(f, (Object) x.clone());
    assertEquals(f.apply(x.clone()), graph.value());
    assertArrayEquals(Diff.grad(f).at(x.clone()), graph.backprop().gradient(), 1e-10);
  }
}
