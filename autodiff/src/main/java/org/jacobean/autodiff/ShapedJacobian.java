package org.jacobean.autodiff;

import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;

/**
 * All first partial derivatives of a function of anything to anything made of numbers: arrays,
 * records, several of them.
 */
public final class ShapedJacobian {
  /**
   * A matrix with names.
   *
   * @param rows the numbers of the result, such as {@code result.x}
   * @param columns the numbers of the arguments, such as {@code w[0]}
   */
  public record Matrix(List<String> rows, List<String> columns, double[][] values) {
    @Override
    public String toString() {
      StringBuilder s = new StringBuilder("by ").append(columns);
      for (int i = 0; i < rows.size(); i++)
        s.append('\n').append(rows.get(i)).append(": ").append(Arrays.toString(values[i]));
      return s.toString();
    }
  }

  private final Prepared forward;
  private final Signature signature;

  private final boolean[] chosen;

  ShapedJacobian(Signature signature, Prepared forward) {
    this.signature = signature;
    this.forward = forward;
    chosen = new boolean[signature.names().size() - signature.bound()];
    for (int i = 0; i < forward.active.length; i++)
      if (forward.active[i])
        chosen[signature.leaves().get(i).parameter() - signature.bound()] = true;
  }

  /** By the named parameters; none means all. */
  static ShapedJacobian of(Signature s, String... wrt) {
    boolean[] active = wrt.length == 0 ? Arguments.all(s) : Arguments.named(s, wrt);
    return new ShapedJacobian(s, Prepared.forward(s, active, Jacobian.AT_ONCE));
  }

  /** A row for each number of the result, a column for each number of the arguments. */
  public Matrix at(@Nullable Object... args) {
    List<String> free = signature.names().subList(signature.bound(), signature.names().size());
    Frame f = forward.take();
    forward.put(f, args);
    @Nullable Object[] by = args.clone();
    for (int p = 0; p < by.length; p++) if (!chosen[p]) by[p] = null;
    Numbers columns = Numbers.of(free, by);
    int n = columns.names().size();
    double[][] byColumn = new double[n][];
    for (int c = 0; c < n; c += Jacobian.AT_ONCE) {
      forward.put(f, args);
      for (int t = 0; t < Jacobian.AT_ONCE; t++) direct(f, t, unit(n, c + t), by);
      forward.run(f);
      for (int t = 0; t < Jacobian.AT_ONCE && c + t < n; t++) byColumn[c + t] = tangents(f, t);
    }
    List<String> rows = results(f).names();
    forward.giveBack(f);
    double[][] m = new double[rows.size()][n];
    for (int i = 0; i < m.length; i++) for (int j = 0; j < n; j++) m[i][j] = byColumn[j][i];
    return new Matrix(rows, columns.names(), m);
  }

  private static double[] unit(int n, int i) {
    double[] e = new double[n];
    if (i < n) e[i] = 1;
    return e;
  }

  /** Sets the tangents of all arguments to the numbers of a direction. */
  private void direct(Frame f, int group, double[] direction, @Nullable Object[] args) {
    int leaves = signature.leaves().size();
    Frame d = new Frame(leaves, 1, 1);
    var next = Arrays.stream(direction).iterator();
    for (int p = 0; p < args.length; p++)
      if (chosen[p]) signature.put(d, signature.bound() + p, Numbers.like(args[p], next));
    for (int i = 0; i < leaves; i++) {
      if (!forward.active[i]) continue;
      f.adjoints[group * leaves + i] = d.numbers[i];
      f.shadows[group * leaves + i] = d.refs[i];
    }
  }

  private Numbers results(Frame f) {
    int n = signature.results().size();
    @Nullable Object[] values = new Object[n];
    for (int r = 0; r < n; r++)
      values[r] = signature.results().get(r).number() ? (Object) f.values[r] : f.results[r];
    return Numbers.of(signature.results().stream().map(l -> l.name()).toList(), values);
  }

  private double[] tangents(Frame f, int group) {
    int n = signature.results().size();
    double[] all = new double[results(f).names().size()];
    int next = 0;
    for (int r = 0; r < n; r++) {
      Object d = f.seedRefs[group * n + r];
      double[] part =
          signature.results().get(r).number()
              ? new double[] {f.seeds[group * n + r]}
              : Numbers.of(List.of(""), d == null ? zeros(f.results[r]) : d).values();
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }

  private static @Nullable Object zeros(@Nullable Object result) {
    return Numbers.like(result, java.util.stream.DoubleStream.generate(() -> 0).iterator());
  }

  /** Which tier computes it, and why. */
  public String explain() {
    return forward.explain();
  }
}
