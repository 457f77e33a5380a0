package org.jacobean.tensor.train;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.HessianProduct;
import org.jacobean.autodiff.Objective1;
import org.jacobean.autodiff.ValueAndGradient;
import org.jacobean.autodiff.Valued;
import org.jacobean.tensor.Scope;
import org.jacobean.tensor.Tensor;

/**
 * Newton steps whose equation is solved by conjugate gradients, from products with the Hessian
 * alone (Nocedal and Wright, algorithm 7.1).
 *
 * @param <P> the parameters: a tensor or a record of tensors and records
 */
public final class NewtonCg<P> {
  private final ValueAndGradient f;
  private final HessianProduct<P> hessian;
  private final P parameters;
  private final Like<P> like;

  /** Makes parameters of the same shapes from numbers. */
  @FunctionalInterface
  public interface Like<P> {
    P fresh();
  }

  private NewtonCg(Objective1<P> f, P parameters, Like<P> like) {
    this.f = Diff.valueAndGrad(f);
    hessian = Diff.hvp(f);
    this.parameters = parameters;
    this.like = like;
  }

  /**
   * Makes a function of the parameters small, in place; gives its values, the first one first.
   *
   * @param like makes parameters of the same shapes, to put directions into
   */
  public static <P> List<Double> minimize(
      Objective1<P> f, P parameters, Like<P> like, int iterations) {
    return new NewtonCg<>(f, parameters, like).run(iterations);
  }

  private record Point(double value, double[] gradient) {}

  private Point at(double[] x) {
    Parameters.set(parameters, x);
    Valued v = f.at(parameters);
    Object g = v.partials().of(0);
    double[] flat = Parameters.flat(g);
    Parameters.free(g);
    return new Point(v.value(), flat);
  }

  private double[] product(double[] v) {
    try (Scope s = Tensor.scope()) {
      P direction = like.fresh();
      Parameters.set(direction, v);
      return Parameters.flat(hessian.at(parameters, direction));
    }
  }

  private List<Double> run(int iterations) {
    double[] x = Parameters.flat(parameters);
    List<Double> values = new ArrayList<>();
    Point p = at(x);
    values.add(p.value);
    for (int k = 0; k < iterations && Vectors.norm(p.gradient) > 1e-10; k++) {
      double[] d = direction(p.gradient);
      double slope = Vectors.dot(p.gradient, d);
      double t = 1;
      Point next = at(Vectors.plus(x, d, t));
      while (!(next.value <= p.value + 1e-4 * t * slope) && t > 1e-10) {
        t /= 2;
        next = at(Vectors.plus(x, d, t));
      }
      if (t <= 1e-10) break;
      x = Vectors.plus(x, d, t);
      p = next;
      values.add(p.value);
    }
    Parameters.set(parameters, x);
    return values;
  }

  /** About −H⁻¹g; stops early where H curves downwards. */
  private double[] direction(double[] g) {
    double[] z = new double[g.length];
    double[] r = g;
    double[] d = Vectors.times(g, -1);
    double enough = Math.min(0.5, Math.sqrt(Vectors.norm(g))) * Vectors.norm(g);
    for (int i = 0; i < 2 * g.length; i++) {
      double[] hd = product(d);
      double curve = Vectors.dot(d, hd);
      if (curve <= 0) return i == 0 ? d : z;
      double rr = Vectors.dot(r, r);
      z = Vectors.plus(z, d, rr / curve);
      r = Vectors.plus(r, hd, rr / curve);
      if (Vectors.norm(r) < enough) return z;
      d = Vectors.plus(Vectors.times(r, -1), d, Vectors.dot(r, r) / rr);
    }
    return z;
  }
}
