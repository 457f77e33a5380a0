package org.jacobean.autodiff.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.graph.ComputationGraph;

/** What a graph gives when it is read with other numbers. */
public final class Readings {
  /** So small that its square is no number any more beside one. */
  private static final double STEP = 1e-100;

  private Readings() {}

  /**
   * Coefficients of the Taylor series of the outputs in t, where the inputs are x + t·direction.
   *
   * @return a row of order + 1 coefficients for each output
   */
  public static double[][] taylor(ComputationGraph graph, double[] direction, int order) {
    SeriesAlgebra algebra = new SeriesAlgebra(order + 1);
    List<Series> inputs = new ArrayList<>();
    for (int i = 0; i < direction.length; i++) {
      double[] c = new double[order + 1];
      c[0] = graph.inputs().get(i).value();
      if (order > 0) c[1] = direction[i];
      inputs.add(new Series(c));
    }
    return algebra.outputs(graph, inputs).stream()
        .map(Series::coefficients)
        .toArray(double[][]::new);
  }

  /** The derivative of the first output by an input: the imaginary part of f(x + ih), over h. */
  public static double complexStep(ComputationGraph graph, int input) {
    double[] x = graph.inputs().stream().mapToDouble(n -> n.value()).toArray();
    List<Complex> inputs =
        new ArrayList<>(Arrays.stream(x).mapToObj(v -> new Complex(v, 0)).toList());
    inputs.set(input, new Complex(x[input], STEP));
    return new ComplexAlgebra().outputs(graph, inputs).get(0).im() / STEP;
  }
}
