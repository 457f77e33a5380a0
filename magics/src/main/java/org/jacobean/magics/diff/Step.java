package org.jacobean.magics.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a descent turns gradients into steps. */
interface Step {
  List<String> NAMES = List.of("gd", "momentum", "adagrad", "rmsprop", "adam");

  /** What to subtract from the point. */
  double[] of(double[] gradient, double rate);

  /** The rule of that name, fresh; null when there is none. */
  static @Nullable Step named(String name, int n) {
    return switch (name) {
      case "gd" -> (g, rate) -> each(n, i -> rate * g[i]);
      case "momentum" -> momentum(n);
      case "adagrad" -> adagrad(n);
      case "rmsprop" -> rmsprop(n);
      case "adam" -> new Adam(n);
      default -> null;
    };
  }

  private static Step momentum(int n) {
    double[] v = new double[n];
    return (g, rate) -> each(n, i -> rate * (v[i] = 0.9 * v[i] + g[i]));
  }

  private static Step adagrad(int n) {
    double[] s = new double[n];
    return (g, rate) -> each(n, i -> rate * g[i] / (Math.sqrt(s[i] += g[i] * g[i]) + 1e-10));
  }

  private static Step rmsprop(int n) {
    double[] s = new double[n];
    return (g, rate) ->
        each(n, i -> rate * g[i] / (Math.sqrt(s[i] = 0.9 * s[i] + 0.1 * g[i] * g[i]) + 1e-8));
  }

  private static double[] each(int n, java.util.function.IntToDoubleFunction of) {
    double[] step = new double[n];
    java.util.Arrays.setAll(step, of);
    return step;
  }

  /** Kingma and Ba's, with their constants and bias correction. */
  final class Adam implements Step {
    private final double[] m;
    private final double[] v;
    private int t;

    Adam(int n) {
      m = new double[n];
      v = new double[n];
    }

    @Override
    public double[] of(double[] g, double rate) {
      t++;
      return each(
          m.length,
          i -> {
            m[i] = 0.9 * m[i] + 0.1 * g[i];
            v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
            double mean = m[i] / (1 - Math.pow(0.9, t));
            double spread = Math.sqrt(v[i] / (1 - Math.pow(0.999, t)));
            return rate * mean / (spread + 1e-8);
          });
    }
  }
}
