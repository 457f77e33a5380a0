package org.jacobean.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.Hvp;
import org.jacobean.autodiff.Jacobian;
import org.jacobean.autodiff.VectorGradient;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.bench.adbench.Ba;
import org.jacobean.bench.adbench.Gmm;
import org.jacobean.bench.adbench.Hand;
import org.jacobean.bench.adbench.Lstm;

/**
 * What a gradient costs beside its function and beside a gradient written by hand, all in one run.
 */
public final class GradientRatios {
  private GradientRatios() {}

  public static void main(String[] args) {
    Set<String> wanted = Set.of(args);
    System.out.println("java " + System.getProperty("java.version"));
    if (wanted.isEmpty() || wanted.contains("rosenbrock")) rosenbrock();
    if (wanted.isEmpty() || wanted.contains("logistic")) logistic();
    if (wanted.isEmpty() || wanted.contains("gmm2")) gmm("d2_K5");
    if (wanted.isEmpty() || wanted.contains("gmm10")) gmm("d10_K25");
    if (wanted.isEmpty() || wanted.contains("lstm")) lstm();
    if (wanted.isEmpty() || wanted.contains("ba")) ba();
    if (wanted.isEmpty() || wanted.contains("hand")) hand();
  }

  private static void row(String name, double function, double gradient, double hand) {
    figure(name, "function", function);
    figure(name, "gradient", gradient);
    if (hand > 0) figure(name, "by hand", hand);
    System.out.printf(
        "%-22s function %10.2f us  gradient %10.2f us  ratio %6.2f",
        name, function / 1e3, gradient / 1e3, gradient / function);
    if (hand > 0)
      System.out.printf("  by hand %10.2f us  gradient/hand %5.2f", hand / 1e3, gradient / hand);
    System.out.println();
  }

  /** Nanoseconds of one run, as a line of the file that the property {@code figures} names. */
  private static void figure(String name, String what, double nanos) {
    String file = System.getProperty("figures");
    if (file == null) return;
    try {
      Files.writeString(
          Path.of(file),
          name + "\t" + what + "\t" + nanos + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hvp(String name, double gradient, double product) {
    figure(name, "Hessian-vector product", product);
    System.out.printf("%-22s hvp/gradient %.2f%n", "", product / gradient);
  }

  static double rosenbrock(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      s += a * a + 100 * b * b;
    }
    return s;
  }

  static double rosenbrockByHand(double[] x, double[] g) {
    java.util.Arrays.fill(g, 0);
    double s = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      s += a * a + 100 * b * b;
      g[i] += -2 * a - 400 * b * x[i];
      g[i + 1] += 200 * b;
    }
    return s;
  }

  private static void rosenbrock() {
    double[] x = new Random(1).doubles(1000, -1, 1).toArray();
    double[] g = new double[1000];
    double[] v = new Random(2).doubles(1000, -1, 1).toArray();
    VectorGradient gradient = Diff.grad(GradientRatios::rosenbrock);
    double f = Stopwatch.time(() -> rosenbrock(x));
    double t = Stopwatch.time(() -> gradient.at(x, g));
    row("rosenbrock n=1000", f, t, Stopwatch.time(() -> rosenbrockByHand(x, g)));
    Hvp hvp = Diff.hvp(GradientRatios::rosenbrock);
    hvp("rosenbrock n=1000", t, Stopwatch.time(() -> hvp.at(x, v)[0]));
    figure(
        "rosenbrock n=1000", "Hipparchus", Stopwatch.time(() -> HipparchusRosenbrock.gradient(x)));
  }

  static double logistic(double[] w, double[][] rows, int[] y) {
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      double z = 0;
      double[] x = rows[i];
      for (int j = 0; j < w.length; j++) z += w[j] * x[j];
      double m = y[i] == 1 ? -z : z;
      loss += m > 0 ? m + Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m));
    }
    double norm = 0;
    for (int j = 0; j < w.length; j++) norm += w[j] * w[j];
    return loss + 0.5 * norm;
  }

  private static void logistic() {
    Random r = new Random(1);
    double[][] rows = new double[1000][];
    for (int i = 0; i < rows.length; i++) rows[i] = r.doubles(30, -1, 1).toArray();
    int[] y = r.ints(1000, 0, 2).toArray();
    double[] w = r.doubles(30, -1, 1).toArray();
    double[] g = new double[30];
    VectorGradient gradient = Diff.grad(v -> logistic(v, rows, y));
    double f = Stopwatch.time(() -> logistic(w, rows, y));
    double t = Stopwatch.time(() -> gradient.at(w, g));
    row("logistic regression", f, t, 0);
    double[] v = r.doubles(30, -1, 1).toArray();
    Hvp hvp = Diff.hvp(q -> logistic(q, rows, y));
    hvp("logistic regression", t, Stopwatch.time(() -> hvp.at(w, v)[0]));
  }

  private static void gmm(String size) {
    Gmm q = new Gmm("gmm_" + size + ".txt");
    Gradient gradient =
        Diff.grad(Functions.target(Gmm.class, "objective")).wrt("alphas", "means", "icf");
    double f = Stopwatch.time(q::value);
    double t =
        Stopwatch.time(
            () ->
                gradient
                    .valueAt(q.d, q.k, q.n, q.alphas, q.means, q.icf, q.x, q.gamma, q.m)
                    .value());
    double hand =
        Stopwatch.time(
            () ->
                Gmm.byHand(
                    q.d,
                    q.k,
                    q.n,
                    q.alphas,
                    q.means,
                    q.icf,
                    q.x,
                    q.gamma,
                    q.m,
                    new double[q.alphas.length],
                    new double[q.means.length],
                    new double[q.icf.length]));
    row("gmm " + size, f, t, hand);
  }

  private static void lstm() {
    Lstm l = new Lstm("lstm_l2_c1024.txt");
    Gradient gradient = Diff.grad(Functions.target(Lstm.class, "objective")).wrt("main", "extra");
    double f =
        Stopwatch.time(
            () ->
                Lstm.objective(
                    l.layers, l.characters, l.width, l.main, l.extra, l.state, l.sequence));
    row(
        "lstm l2_c1024",
        f,
        Stopwatch.time(
            () ->
                gradient
                    .valueAt(l.layers, l.characters, l.width, l.main, l.extra, l.state, l.sequence)
                    .value()),
        0);
  }

  private static void ba() {
    Ba b = new Ba("ba1_n49_m7776_p31843.txt");
    double[] v = b.variables();
    double fx = b.feature[0];
    double fy = b.feature[1];
    Jacobian j = Diff.jacobian((double[] q) -> Ba.error(q, fx, fy));
    double f = Stopwatch.time(() -> all(b, v, x -> Ba.error(x, fx, fy)[0]));
    double t = Stopwatch.time(() -> all(b, v, x -> j.at(x)[0][0]));
    row("ba1", f, t, 0);
  }

  /** Over all observations, each at a point of its own. */
  private static double all(Ba b, double[] v, java.util.function.ToDoubleFunction<double[]> work) {
    double s = 0;
    double first = v[11];
    for (int i = 0; i < b.observations; i++) {
      v[11] = first + i * 1e-9;
      s += work.applyAsDouble(v);
    }
    v[11] = first;
    return s;
  }

  private static void hand() {
    Hand h = new Hand("hand1_t26_c100.txt");
    Jacobian j = Diff.jacobian(h.field());
    row(
        "hand simple small",
        Stopwatch.time(() -> h.field().apply(h.theta)[0]),
        Stopwatch.time(() -> j.at(h.theta)[0][0]),
        0);
  }
}
