package org.jacobean.autodiff.trace;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jspecify.annotations.Nullable;

/** What a run returned, leaf by leaf. */
final class Results {
  private Results() {}

  /** A leaf of a result; works for the original's and the rewritten record class. */
  static @Nullable Object leaf(Leaf l, @Nullable Object result) {
    Object v = result;
    for (RecordComponent c : l.path()) {
      if (v == null) {
        return null;
      }
      try {
        Method m = v.getClass().getDeclaredMethod(c.getAccessor().getName());
        m.setAccessible(true);
        v = m.invoke(v);
      } catch (ReflectiveOperationException e) {
        throw new EngineFault("the component " + c.getName() + " of a result cannot be read", e);
      }
    }
    return v;
  }

  /** Puts the plain run's result into the frame. */
  static void keep(Signature s, Frame frame, @Nullable Object result) {
    for (int r = 0; r < s.results().size(); r++) {
      Object v = leaf(s.results().get(r), result);
      if (v instanceof Number n && s.results().get(r).number()) {
        frame.values[r] = n.doubleValue();
      } else {
        frame.results[r] = v;
      }
    }
  }

  /** Adds weights to the adjoints of a number or (nested) array on the tape. */
  static void seed(
      @Nullable Object traced, @Nullable Object weights, Recorder tape, double[] adjoints) {
    if (traced == null || weights == null) {
      return;
    }
    if (traced instanceof Double d) {
      adjoints[tape.index(d)] += (Double) weights;
    } else if (traced instanceof double[] a) {
      double[] w = (double[]) weights;
      for (int i = 0; i < a.length; i++) {
        adjoints[tape.index(a[i])] += w[i];
      }
    } else {
      for (int i = 0; i < Array.getLength(traced); i++) {
        seed(Array.get(traced, i), Array.get(weights, i), tape, adjoints);
      }
    }
  }
}
