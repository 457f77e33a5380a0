package org.jacobean.autodiff.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.jacobean.autodiff.Objective1;
import org.jacobean.autodiff.ScalarField;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;

/** The language of these tests: gradients by tracing alone, held against differences. */
final class Traced {
  static final TracingTier TIER = new TracingTier();

  private Traced() {}

  static double[] gradient(ScalarField f, double... x) {
    Signature s = Signature.of(Functions.target(f));
    boolean[] active = new boolean[s.leaves().size()];
    active[s.bound()] = true;
    Frame frame = frame(s, x);
    frame.seeds[0] = 1;
    TIER.reverse(s, active).run(frame);
    return (double[]) frame.shadows[s.bound()];
  }

  static double directional(ScalarField f, double[] x, double[] v) {
    Signature s = Signature.of(Functions.target(f));
    boolean[] active = new boolean[s.leaves().size()];
    active[s.bound()] = true;
    Frame frame = frame(s, x);
    frame.shadows[s.bound()] = v;
    TIER.forward(s, active, 1).run(frame);
    return frame.seeds[0];
  }

  static double[] hvp(ScalarField f, double[] x, double[] v) {
    Signature s = Signature.of(Functions.target(f));
    boolean[] active = new boolean[s.leaves().size()];
    active[s.bound()] = true;
    Frame frame = frame(s, x);
    frame.shadows[s.bound()] = v.clone();
    frame.shadows[s.leaves().size() + s.bound()] = new double[x.length];
    frame.seeds[0] = 1;
    TIER.forwardOverReverse(s, active, 1).run(frame);
    return (double[]) frame.shadows[s.bound()];
  }

  private static Frame frame(Signature s, double[] x) {
    Frame f = new Frame(s.leaves().size(), 1, 2);
    for (int i = 0; i < s.bound(); i++) {
      s.put(f, i, s.target().captured().get(i));
    }
    f.refs[s.bound()] = x.clone();
    f.shadows[s.bound()] = new double[x.length];
    return f;
  }

  static double[] differences(ScalarField f, double... x) {
    double[] g = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double h = 6e-6 * Math.max(1, Math.abs(x[i]));
      double[] a = x.clone();
      double[] b = x.clone();
      a[i] += h;
      b[i] -= h;
      double width = a[i] - b[i];
      g[i] = (f.apply(a) - f.apply(b)) / width;
    }
    return g;
  }

  /** Reverse equals central differences, and forward equals reverse. */
  static double[] check(ScalarField f, double... x) {
    return check(1e-7, f, x);
  }

  static double[] check(double tolerance, ScalarField f, double... x) {
    double[] wanted = differences(f, x);
    double[] g = gradient(f, x);
    for (int i = 0; i < x.length; i++) {
      double[] e = new double[x.length];
      e[i] = 1;
      double scale = 1 + Math.abs(wanted[i]);
      String where = "d/dx" + i + " of " + Arrays.toString(x);
      assertEquals(wanted[i], g[i], tolerance * scale, where);
      assertEquals(g[i], directional(f, x, e), 1e-12 * (1 + Math.abs(g[i])), "forward " + where);
    }
    return g;
  }

  static <A> Signature signature(Objective1<A> f) {
    return Signature.of(Functions.target(f));
  }
}
