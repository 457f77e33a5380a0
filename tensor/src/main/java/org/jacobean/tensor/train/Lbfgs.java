package org.jacobean.tensor.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Objective1;
import org.jacobean.autodiff.ValueAndGradient;
import org.jacobean.autodiff.Valued;

/**
 * Quasi-Newton steps from the last few changes of point and gradient (Nocedal and Wright, algorithm
 * 7.4), each as long as Armijo's and Wolfe's conditions ask.
 *
 * @param <P> the parameters: a tensor or a record of tensors and records
 */
public final class Lbfgs<P> {
  private static final int REMEMBERED = 10;

  /** A change of point, one of gradient, and 1 / their product. */
  private record Change(double[] s, double[] y, double rho) {}

  private final ValueAndGradient f;
  private final P parameters;
  private double[] gradient = {};

  private Lbfgs(Objective1<P> f, P parameters) {
    this.f = Diff.valueAndGrad(f);
    this.parameters = parameters;
  }

  /** Makes a function of the parameters small, in place; gives its values, the first one first. */
  public static <P> List<Double> minimize(Objective1<P> f, P parameters, int iterations) {
    return new Lbfgs<>(f, parameters).run(iterations);
  }

  private double at(double[] x) {
    Parameters.set(parameters, x);
    Valued v = f.at(parameters);
    Object g = v.partials().of(0);
    gradient = Parameters.flat(g);
    Parameters.free(g);
    return v.value();
  }

  private List<Double> run(int iterations) {
    double[] x = Parameters.flat(parameters);
    List<Double> values = new ArrayList<>();
    Deque<Change> changes = new ArrayDeque<>();
    double value = at(x);
    values.add(value);
    for (int k = 0; k < iterations && Vectors.norm(gradient) > 1e-10; k++) {
      double[] before = gradient;
      double[] d = direction(changes, before);
      double[] next = search(x, value, before, d, changes.isEmpty());
      if (next == x) break;
      value = at(next);
      values.add(value);
      remember(changes, Vectors.minus(next, x), Vectors.minus(gradient, before));
      x = next;
    }
    Parameters.set(parameters, x);
    return values;
  }

  private static void remember(Deque<Change> changes, double[] s, double[] y) {
    double sy = Vectors.dot(s, y);
    if (sy <= 1e-12 * Vectors.norm(s) * Vectors.norm(y)) return;
    changes.addFirst(new Change(s, y, 1 / sy));
    if (changes.size() > REMEMBERED) changes.removeLast();
  }

  private static double[] direction(Deque<Change> changes, double[] g) {
    double[] q = Vectors.times(g, -1);
    List<Double> alphas = new ArrayList<>();
    for (Change c : changes) {
      double a = c.rho * Vectors.dot(c.s, q);
      alphas.add(a);
      q = Vectors.plus(q, c.y, -a);
    }
    if (!changes.isEmpty()) {
      Change c = changes.getFirst();
      q = Vectors.times(q, 1 / (c.rho * Vectors.dot(c.y, c.y)));
    }
    List<Change> oldest = new ArrayList<>(changes);
    Collections.reverse(oldest);
    for (int i = 0; i < oldest.size(); i++) {
      Change c = oldest.get(i);
      double a = alphas.get(oldest.size() - 1 - i);
      q = Vectors.plus(q, c.s, a - c.rho * Vectors.dot(c.y, q));
    }
    return q;
  }

  /** By halving and doubling an interval until both conditions hold. */
  private double[] search(double[] x, double value, double[] g, double[] d, boolean first) {
    double slope = Vectors.dot(g, d);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double t = first ? Math.min(1, 1 / Vectors.norm(g)) : 1;
    double[] best = x;
    for (int i = 0; i < 30; i++) {
      double[] next = Vectors.plus(x, d, t);
      double v = at(next);
      if (!(v <= value + 1e-4 * t * slope)) {
        high = t;
      } else {
        best = next;
        if (Vectors.dot(gradient, d) >= 0.9 * slope) return next;
        low = t;
      }
      t = high == Double.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
    }
    return best;
  }
}
