package org.jacobean.autodiff.trace.tape;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.trace.contract.WrittenRule;
import org.jspecify.annotations.Nullable;

/** One call of a function with a rule for arrays. */
final class RuleBlock extends Block {
  private final WrittenRule rule;
  private final Object[] args;
  private final @Nullable Object[] plain;
  private final boolean array;
  private final int results;

  RuleBlock(WrittenRule rule, Object[] args, @Nullable Object[] plain, boolean array, int results) {
    super(Tape.size);
    this.rule = rule;
    this.args = args;
    this.plain = plain;
    this.array = array;
    this.results = results;
  }

  @Override
  void reverse(double[] adjoint) {
    double[] w = java.util.Arrays.copyOfRange(adjoint, place, place + results);
    MethodHandle back = rule.reverse();
    if (back != null) reverse(back, w, adjoint);
    else byDirections(w, adjoint);
  }

  private void reverse(MethodHandle back, double[] w, double[] adjoint) {
    List<@Nullable Object> call = new ArrayList<>(Written.copies(plain));
    call.add(array ? (Object) w : (Object) w[0]);
    List<double[]> shadows = new ArrayList<>();
    for (Object p : plain)
      if (p instanceof double[] a) {
        shadows.add(new double[a.length]);
        call.add(shadows.get(shadows.size() - 1));
      }
    Object numbers = Written.call(back, call);
    int next = 0;
    int shadow = 0;
    for (int i = 0; i < args.length; i++) {
      if (args[i] instanceof double[] a) {
        double[] s = shadows.get(shadow++);
        for (int k = 0; k < a.length; k++) give(adjoint, a[k], s[k]);
      } else if (args[i] instanceof Double d) {
        give(adjoint, d, numbers instanceof double[] n ? n[next++] : (Double) numbers);
      }
    }
  }

  private static void give(double[] adjoint, double number, double part) {
    int k = Double.isNaN(number) ? Tape.index(number) : 0;
    if (k != 0) adjoint[k] += part;
  }

  /** Without a reverse method, the forward one direction by direction. */
  private void byDirections(double[] w, double[] adjoint) {
    for (int i = 0; i < args.length; i++) {
      int n = args[i] instanceof double[] a ? a.length : args[i] instanceof Double ? 1 : 0;
      for (int k = 0; k < n; k++) {
        double number = args[i] instanceof double[] a ? a[k] : (Double) args[i];
        if (!Tape.active(number)) continue;
        int at = i;
        int element = k;
        double[] t = tangents((p, e) -> p == at && e == element ? 1 : 0);
        double sum = 0;
        for (int r = 0; r < w.length; r++) sum += w[r] * t[r];
        give(adjoint, number, sum);
      }
    }
  }

  @Override
  void forward(double[] tangent) {
    double[] t;
    if (rule.forward() != null) {
      t = tangents((p, e) -> tangent[index(p, e)]);
    } else {
      t = new double[results];
      for (int r = 0; r < results; r++) {
        double[] adjoint = new double[tangent.length];
        adjoint[place + r] = 1;
        reverse(adjoint);
        for (int k = 1; k < place; k++) t[r] += adjoint[k] == 0 ? 0 : adjoint[k] * tangent[k];
      }
    }
    System.arraycopy(t, 0, tangent, place, results);
  }

  private int index(int parameter, int element) {
    double number = args[parameter] instanceof double[] a ? a[element] : (Double) args[parameter];
    return Double.isNaN(number) ? Tape.index(number) : 0;
  }

  private interface Direction {
    double at(int parameter, int element);
  }

  private double[] tangents(Direction d) {
    List<@Nullable Object> call = new ArrayList<>(Written.copies(plain));
    for (int i = 0; i < plain.length; i++) {
      int p = i;
      if (plain[i] instanceof double[] a) {
        double[] v = new double[a.length];
        java.util.Arrays.setAll(v, e -> d.at(p, e));
        call.add(v);
      } else if (plain[i] instanceof Double) {
        call.add(d.at(p, 0));
      }
    }
    Object t = Written.call(java.util.Objects.requireNonNull(rule.forward()), call);
    return t instanceof double[] a
        ? a
        : new double[] {(Double) java.util.Objects.requireNonNull(t)};
  }
}
