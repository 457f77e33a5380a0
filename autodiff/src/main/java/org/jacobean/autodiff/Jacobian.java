package org.jacobean.autodiff;

import java.util.Arrays;
import org.jacobean.autodiff.runtime.SeedLength;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of all first partial derivatives: columns by forward sweeps of several tangents, or
 * rows by reverse sweeps.
 */
public final class Jacobian {
  /** Tangents carried at once; more make the code larger than the compiler likes. */
  static final int AT_ONCE = 4;

  private final Prepared forward;
  private final Signature signature;
  private final Space space;
  private volatile @Nullable Vjp rows;

  /** How many rows there were last, or −1. */
  private volatile int height = -1;

  Jacobian(Signature signature) {
    this.signature = signature;
    space = new Space(signature);
    forward = Prepared.forward(signature, space.active(), AT_ONCE);
  }

  /** Row i holds the gradient of the i-th result. */
  public double[][] at(double... x) {
    if (!single()) return shaped(x).values();
    int known = height;
    if (known >= 0 && rowsPay(x.length, known)) {
      try {
        return byRows(x, known);
      } catch (SeedLength e) {
        height = -1; // the result has another length at this point
      }
    }
    double[][] columns = new double[x.length][];
    double[] first = chunk(x, 0, columns);
    height = first.length;
    if (rowsPay(x.length, height)) return byRows(x, height);
    for (int c = AT_ONCE; c < x.length; c += AT_ONCE) chunk(x, c, columns);
    double[][] j = new double[first.length][x.length];
    for (int c = 0; c < x.length; c++) for (int r = 0; r < j.length; r++) j[r][c] = columns[c][r];
    return j;
  }

  private static boolean rowsPay(int n, int m) {
    return n > AT_ONCE && m * 3 <= n;
  }

  /** Whether the result is one number or one array of doubles. */
  private boolean single() {
    if (signature.results().size() != 1) return false;
    String type = signature.results().get(0).type().getDescriptor();
    return type.equals("[D") || type.equals("D");
  }

  /** The same with the names of rows and columns, for results of any shape. */
  public ShapedJacobian.Matrix shaped(double... x) {
    ShapedJacobian j = new ShapedJacobian(signature, forward);
    return space.dimension() < 0 ? j.at((Object) x) : j.at(Arrays.stream(x).boxed().toArray());
  }

  /** Computes some columns and returns the function's value. */
  private double[] chunk(double[] x, int from, double[][] columns) {
    Frame f = forward.take();
    space.put(f, x);
    for (int t = 0; t < AT_ONCE; t++) {
      double[] e = new double[x.length];
      if (from + t < x.length) e[from + t] = 1;
      space.direct(f, t, e);
    }
    forward.run(f);
    Object value = f.results[0];
    int results = Math.max(1, signature.results().size());
    for (int t = 0; t < AT_ONCE && from + t < x.length; t++) {
      Object d = f.seedRefs[t * results];
      columns[from + t] =
          value == null
              ? new double[] {f.seeds[t * results]}
              : d == null ? new double[((double[]) value).length] : ((double[]) d).clone();
    }
    forward.giveBack(f);
    return value == null ? new double[1] : (double[]) value;
  }

  private double[][] byRows(double[] x, int m) {
    Vjp v = rows;
    if (v == null) rows = v = new Vjp(signature);
    double[][] j = new double[m][];
    for (int r = 0; r < m; r++) {
      double[] e = new double[m];
      e[r] = 1;
      j[r] = v.at(x, e);
    }
    return j;
  }

  public String explain() {
    return forward.explain();
  }

  @Override
  public String toString() {
    return "a Jacobian; at(…) gives it at a point";
  }
}
