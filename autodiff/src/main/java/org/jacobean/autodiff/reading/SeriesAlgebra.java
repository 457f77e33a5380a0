package org.jacobean.autodiff.reading;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.autodiff.rule.Primitive;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.jacobean.autodiff.rule.Term;
import org.jspecify.annotations.Nullable;

/**
 * Taylor arithmetic by the one table of rules: from y = f(u) follows y′ = Σ f_i(u)·u_i′, and the
 * coefficients of y, one after the other, from those of the partial derivatives.
 */
final class SeriesAlgebra implements Algebra<Series> {
  private final int length;

  /**
   * @param length how many coefficients are kept: one more than the order
   */
  SeriesAlgebra(int length) {
    this.length = length;
  }

  @Override
  public Series constant(double value) {
    return Series.constant(value, length);
  }

  @Override
  public Series apply(Node node, List<Series> arguments) {
    return apply(node.operation(), node.value(), arguments.toArray(new Series[0]));
  }

  private static Series apply(String operation, double value, Series... a) {
    return switch (operation) {
      case "add" -> a[0].plus(a[1], 1);
      case "sub" -> a[0].plus(a[1], -1);
      case "mul" -> a[0].times(a[1]);
      case "div" -> a[0].over(a[1]);
      case "neg" -> a[0].negate();
      default -> byRule(Objects.requireNonNull(Rules.of(operation)), value, a);
    };
  }

  private static Series byRule(Rule rule, double value, Series... a) {
    int n = a[0].length();
    Series y = Series.constant(value, n);
    Term[] partials = new Term[a.length];
    boolean recursive = false;
    int varying = 0;
    for (Series u : a) if (u.varies()) varying++;
    for (int i = 0; i < a.length; i++) {
      boolean varies = a[i].varies();
      partials[i] = varies ? rule.partial(i, varying > 1) : Term.ZERO;
      recursive |= partials[i].mentions(k -> k == -1);
    }
    if (n == 1) return y;
    // where a partial is made of the result, its k-th coefficient waits for the result's k-th
    for (int k = recursive ? 1 : n - 1; k < n && varying > 0; k++)
      integrate(y, slopes(partials, a, y, k), a, recursive ? k : 1, k);
    return y;
  }

  private static @Nullable Series[] slopes(Term[] partials, Series[] a, Series y, int length) {
    Series[] cut = new Series[a.length];
    for (int i = 0; i < a.length; i++) cut[i] = a[i].cut(length);
    @Nullable Series[] d = new Series[a.length];
    for (int i = 0; i < a.length; i++)
      if (!partials[i].isZero()) d[i] = value(partials[i], cut, y.cut(length));
    return d;
  }

  /** k·y_k = Σ_i Σ_j j·u_j·d_(k−j). */
  private static void integrate(Series y, @Nullable Series[] d, Series[] a, int from, int to) {
    for (int k = from; k <= to; k++) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        Series slope = d[i];
        for (int j = 1; j <= k && slope != null; j++)
          if (a[i].at(j) != 0) sum += j * a[i].at(j) * slope.at(k - j);
      }
      y.coefficients()[k] = sum / k;
    }
  }

  private static Series value(Term t, Series[] a, Series result) {
    if (t instanceof Term.Arg x) return a[x.index()];
    if (t instanceof Term.Number c) return Series.constant(c.value(), result.length());
    if (!(t instanceof Term.Apply f)) return result;
    Series[] args = f.args().stream().map(x -> value(x, a, result)).toArray(Series[]::new);
    return primitive(f.primitive(), args);
  }

  private static Series primitive(Primitive p, Series... a) {
    double[] first = new double[a.length];
    for (int i = 0; i < a.length; i++) first[i] = a[i].at(0);
    return switch (p) {
      case UNLESS -> first[2] == 0 ? a[0] : a[1];
      case EXCEEDS, SHARE, INSIDE, SIGN_BIT, SIGNUM, TWO_TO ->
          Series.constant(p.value(first), a[0].length());
      default -> apply(p.name().toLowerCase(Locale.ROOT), p.value(first), a);
    };
  }
}
