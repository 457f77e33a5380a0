package org.jacobean.autodiff.trace;

import java.lang.reflect.Array;
import java.util.Objects;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jspecify.annotations.Nullable;

/** Derivatives from tapes, in and out of frames. */
final class Sweeps {
  private Sweeps() {}

  static void reverse(Tracer t, Frame f) {
    t.trace(
        f,
        null,
        (tape, inputs, result) -> {
          double[] adjoints = tape.zeros();
          for (int r = 0; r < t.signature.results().size(); r++) {
            Leaf l = t.signature.results().get(r);
            Object weight = l.number() ? (Object) f.seeds[r] : f.seedRefs[r];
            Results.seed(Results.leaf(l, result), weight, tape, adjoints);
          }
          tape.reverse(adjoints);
          collect(t, f, 0, inputs, tape, adjoints);
        });
  }

  /** Adjoints of the inputs: numbers are set, arrays are added to. */
  private static void collect(
      Tracer t, Frame f, int group, Inputs inputs, Recorder tape, double[] adjoints) {
    for (int i = 0; i < t.active.length; i++) {
      if (!t.active[i]) {
        continue;
      }
      int at = group * t.active.length + i;
      Object leaf = inputs.leaf(i);
      if (leaf instanceof Double d) {
        f.adjoints[at] = adjoints[tape.index(d)];
      } else {
        add(Objects.requireNonNull(leaf), f.shadows[at], tape, adjoints);
      }
    }
  }

  private static void add(Object leaf, @Nullable Object shadow, Recorder tape, double[] adjoints) {
    if (shadow == null) {
      return;
    }
    if (leaf instanceof double[] a) {
      double[] s = (double[]) shadow;
      for (int k = 0; k < a.length; k++) {
        s[k] += adjoints[tape.index(a[k])];
      }
    } else {
      for (int k = 0; k < Array.getLength(leaf); k++) {
        Object row = Array.get(leaf, k);
        if (row != null) {
          add(row, Array.get(shadow, k), tape, adjoints);
        }
      }
    }
  }

  static void forward(Tracer t, Frame f, int tangents) {
    t.trace(
        f,
        null,
        (tape, inputs, result) -> {
          for (int group = 0; group < tangents; group++) {
            double[] dots = tape.zeros();
            direct(t, f, group, inputs, tape, dots);
            tape.forward(dots);
            read(t, f, group, result, tape, dots);
          }
        });
  }

  private static void direct(
      Tracer t, Frame f, int group, Inputs inputs, Recorder tape, double[] dots) {
    for (int i = 0; i < t.active.length; i++) {
      if (t.active[i]) {
        int at = group * t.active.length + i;
        Object weight = inputs.leaf(i) instanceof Double ? (Object) f.adjoints[at] : f.shadows[at];
        Results.seed(inputs.leaf(i), weight, tape, dots);
      }
    }
  }

  private static void read(
      Tracer t, Frame f, int group, @Nullable Object result, Recorder tape, double[] dots) {
    int n = t.signature.results().size();
    for (int r = 0; r < n; r++) {
      Object traced = Results.leaf(t.signature.results().get(r), result);
      Object dot = gathered(traced, tape, dots);
      if (dot instanceof Double d) {
        f.seeds[group * n + r] = d;
      } else {
        f.seedRefs[group * n + r] = dot;
      }
    }
  }

  /** Numbers by place for a number or (nested) array on the tape, of the same shape. */
  private static @Nullable Object gathered(@Nullable Object traced, Recorder tape, double[] dots) {
    if (traced instanceof Double d) {
      int k = tape.index(d);
      return k == 0 ? 0.0 : dots[k];
    }
    if (traced instanceof double[] a) {
      double[] out = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        int k = tape.index(a[i]);
        out[i] = k == 0 ? 0 : dots[k];
      }
      return out;
    }
    if (!(traced instanceof Object[] rows)) {
      return null;
    }
    Object out = Array.newInstance(rows.getClass().getComponentType(), rows.length);
    for (int i = 0; i < rows.length; i++) {
      Array.set(out, i, gathered(rows[i], tape, dots));
    }
    return out;
  }

  /** Each direction is a trace of its own, whose tangents are on the tape too. */
  static void forwardOverReverse(Tracer t, Frame f, int tangents) {
    int leaves = t.active.length;
    for (int group = 0; group < tangents; group++) {
      int base = group * leaves;
      Tangents directions =
          i -> t.signature.leaves().get(i).number() ? f.adjoints[base + i] : f.shadows[base + i];
      int last = group;
      t.trace(
          f,
          directions,
          (tape, inputs, result) -> {
            product(t, f, last, inputs, result, tape);
            if (last == tangents - 1) {
              plainAdjoints(t, f, tangents, inputs, result, tape);
            }
          });
    }
  }

  /** Hessian times direction: the adjoints of the result's tangent. */
  private static void product(
      Tracer t, Frame f, int group, Inputs inputs, @Nullable Object result, Recorder tape) {
    double[] adjoints = tape.zeros();
    double tangent = tape.tangent((Double) Objects.requireNonNull(result));
    if (tape.index(tangent) != 0) {
      adjoints[tape.index(tangent)] = f.seeds[0];
      tape.reverse(adjoints);
    }
    clear(t, f, group);
    collect(t, f, group, inputs, tape, adjoints);
  }

  private static void plainAdjoints(
      Tracer t, Frame f, int group, Inputs inputs, @Nullable Object result, Recorder tape) {
    double[] adjoints = tape.zeros();
    Results.seed(result, f.seeds[0], tape, adjoints);
    tape.reverse(adjoints);
    collect(t, f, group, inputs, tape, adjoints);
  }

  private static void clear(Tracer t, Frame f, int group) {
    for (int i = 0; i < t.active.length; i++) {
      if (f.shadows[group * t.active.length + i] instanceof double[] a) {
        java.util.Arrays.fill(a, 0);
      } else if (f.shadows[group * t.active.length + i] instanceof Object[] rows) {
        for (Object row : rows) {
          if (row instanceof double[] a) {
            java.util.Arrays.fill(a, 0);
          }
        }
      }
    }
  }
}
