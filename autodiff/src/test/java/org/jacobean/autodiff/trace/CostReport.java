package org.jacobean.autodiff.trace;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.special.Gamma;
import org.jacobean.autodiff.ScalarField;

/** Prints what tracing costs: gradient over function, on programs of several kinds. */
final class CostReport {
  private CostReport() {}

  record Case(String name, ScalarField f, double[] x) {}

  static class Neuron {
    double[] w;
    double b;
    DoubleUnaryOperator act;

    Neuron(double[] w, double b, DoubleUnaryOperator act) {
      this.w = w;
      this.b = b;
      this.act = act;
    }

    double fire(double[] x) {
      double s = b;
      for (int i = 0; i < w.length; i++) {
        s += w[i] * x[i];
      }
      return act.applyAsDouble(s);
    }
  }

  static class Layer {
    final List<Neuron> neurons = new ArrayList<>();

    double[] forward(double[] x) {
      double[] out = new double[neurons.size()];
      for (int i = 0; i < out.length; i++) {
        out[i] = neurons.get(i).fire(x);
      }
      return out;
    }
  }

  static double mlp(double[] p, int[] sizes, double[][] data, double[] target) {
    List<Layer> layers = new ArrayList<>();
    int k = 0;
    for (int l = 1; l < sizes.length; l++) {
      Layer layer = new Layer();
      boolean last = l == sizes.length - 1;
      for (int n = 0; n < sizes[l]; n++) {
        double[] w = Arrays.copyOfRange(p, k, k + sizes[l - 1]);
        k += sizes[l - 1];
        layer.neurons.add(new Neuron(w, p[k++], last ? v -> v : Math::tanh));
      }
      layers.add(layer);
    }
    double loss = 0;
    for (int d = 0; d < data.length; d++) {
      double[] h = data[d];
      for (Layer layer : layers) {
        h = layer.forward(h);
      }
      double e = h[0] - target[d];
      loss += e * e;
    }
    return loss / data.length;
  }

  static double dormandPrince(double[] p) {
    double[] y = {1, 0.5, 0.2};
    FirstOrderDifferentialEquations f =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return 3;
          }

          @Override
          public void computeDerivatives(double t, double[] y, double[] dy) {
            dy[0] = p[0] * (y[1] - y[0]);
            dy[1] = y[0] * (p[1] - y[2]) - y[1];
            dy[2] = y[0] * y[1] - p[2] * y[2];
          }
        };
    new DormandPrince853Integrator(1e-8, 1, 1e-9, 1e-9).integrate(f, 0, y, 2, y);
    return y[0] + y[1] + y[2];
  }

  static double cholesky(double[] p) {
    int n = 30;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = p[i] * p[j] / n + (i == j ? 2 : 0);
      }
      b[i] = p[i];
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(a))
        .getSolver()
        .solve(new ArrayRealVector(b))
        .getNorm();
  }

  static double streams(double[] p) {
    return Arrays.stream(p).boxed().map(v -> v * v + 1).mapToDouble(Math::log).sum();
  }

  static double rosenbrock(double[] x) {
    double s = 0;
    for (int i = 1; i < x.length; i++) {
      double a = x[i] - x[i - 1] * x[i - 1];
      double b = 1 - x[i - 1];
      s += 100 * a * a + b * b;
    }
    return s;
  }

  static List<Case> cases() {
    Random r = new Random(1);
    int[] sizes = {8, 16, 16, 1};
    double[][] data = new double[64][8];
    double[] target = new double[64];
    for (int d = 0; d < data.length; d++) {
      Arrays.setAll(data[d], i -> r.nextGaussian());
      target[d] = r.nextGaussian();
    }
    double[] weights = r.doubles(9 * 16 + 17 * 16 + 17, -0.5, 0.5).toArray();
    return List.of(
        new Case("class-based MLP 8-16-16-1, 64 rows", p -> mlp(p, sizes, data, target), weights),
        new Case(
            "Commons Math Dormand-Prince 8(5,3), Lorenz",
            CostReport::dormandPrince,
            new double[] {10, 28, 8.0 / 3}),
        new Case(
            "Commons Math Cholesky solve, n = 30", CostReport::cholesky, r.doubles(30).toArray()),
        new Case("Commons Math logGamma", p -> Gamma.logGamma(p[0]), new double[] {7.7}),
        new Case("boxed stream, n = 1000", CostReport::streams, r.doubles(1000).toArray()),
        new Case(
            "bare loop, Rosenbrock n = 1000", CostReport::rosenbrock, r.doubles(1000).toArray()));
  }

  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %10s %10s %7s %9s%n",
        "program",
        "function",
        "gradient",
        "ratio",
        "first");
    for (Case c : cases()) {
      if (args.length > 0 && !c.name.contains(args[0])) continue;
      long t0 = System.nanoTime();
      Traced.gradient(c.f, c.x);
      double first = (System.nanoTime() - t0) / 1e6;
      double function = Double.MAX_VALUE;
      double gradient = Double.MAX_VALUE;
      for (int round = 0; round < 8; round++) {
        function = Math.min(function, time(() -> c.f.apply(c.x)));
        gradient = Math.min(gradient, time(() -> Traced.gradient(c.f, c.x)));
      }
      System.out.printf(
          Locale.ROOT,
          "%-44s %8.1fus %8.1fus %7.1f %7.1fms%n",
          c.name,
          function,
          gradient,
          gradient / function,
          first);
    }
  }

  private static double sink;

  private interface Work {
    Object run();
  }

  /** Microseconds of the thread's own time a run, over about 0.3 s. */
  private static double time(Work w) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    int n = 0;
    long used = 0;
    while (used < 300_000_000L) {
      for (int k = 0; k < 10; k++, n++) sink += w.run().hashCode();
      used = thread.getCurrentThreadCpuTime() - start;
    }
    return used / 1e3 / n;
  }
}
