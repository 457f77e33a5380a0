package org.jacobean.magics.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.autodiff.reading.Readings;
import org.jspecify.annotations.Nullable;

/**
 * Im f(x + ih)/h for a function's numbers: exact but for rounding, and found without the rules of
 * differentiation. Not every function can be carried out in complex numbers.
 */
final class ComplexSteps {
  /** Operations of a run, and numbers, beyond which it is not tried. */
  private static final int OPERATIONS = 2_000;

  private final Subject subject;
  private final Map<String, Integer> inputs = new LinkedHashMap<>();
  private final String reason;
  private @Nullable ComputationGraph graph;

  private ComplexSteps(Subject subject) {
    this.subject = subject;
    this.reason = read();
  }

  static ComplexSteps of(Subject subject) {
    return new ComplexSteps(subject);
  }

  private String read() {
    try {
      ComputationGraph run = ComputationGraph.of(subject.target(), OPERATIONS, subject.arguments());
      graph = run;
      int i = 0;
      for (Node input : run.inputs()) {
        inputs.put(String.valueOf(input.name()), i++);
      }
      return "";
    } catch (DiffException refused) {
      return Formulas.readable(String.valueOf(refused.getMessage()));
    }
  }

  /** Why there are none; empty where there are. */
  String reason() {
    return reason;
  }

  /** The derivative by a number; NaN where there is no complex step. */
  double by(String name) {
    Integer input = inputs.get(name);
    ComputationGraph run = graph;
    if (input == null || run == null) {
      return Double.NaN;
    }
    try {
      return Readings.complexStep(run, input);
    } catch (DiffException | ArithmeticException refused) {
      return Double.NaN;
    }
  }
}
