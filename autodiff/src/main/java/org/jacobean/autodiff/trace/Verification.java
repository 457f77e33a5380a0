package org.jacobean.autodiff.trace;

import java.lang.reflect.Array;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jspecify.annotations.Nullable;

/** The traced run must give what the plain run gave, or it was not the same computation. */
final class Verification {
  private Verification() {}

  static void same(Signature s, @Nullable Object expected, @Nullable Object result, Recorder tape) {
    for (Leaf l : s.results()) {
      check(s, l.name(), Results.leaf(l, expected), Results.leaf(l, result), tape);
    }
  }

  private static void check(
      Signature s, String name, @Nullable Object plain, @Nullable Object traced, Recorder tape) {
    if (plain instanceof Double p && traced instanceof Double t) {
      double v = tape.plain(t);
      if (p.doubleValue() != v && !(p.isNaN() && Double.isNaN(v))) {
        throw differs(s, name, p, v);
      }
    } else if (plain != null && traced != null && plain.getClass().isArray()) {
      int n = Array.getLength(plain);
      if (n != Array.getLength(traced)) {
        throw differs(s, name + ".length", n, Array.getLength(traced));
      }
      for (int i = 0; i < n; i++) {
        check(s, name + "[" + i + "]", Array.get(plain, i), Array.get(traced, i), tape);
      }
    } else if ((plain == null) != (traced == null)) {
      throw differs(s, name, plain, traced);
    }
  }

  private static NotDifferentiable differs(
      Signature s, String name, @Nullable Object plain, @Nullable Object traced) {
    return new NotDifferentiable(
        "The "
            + name
            + " of the traced run, "
            + traced
            + ", where the plain run gave "
            + plain
            + ",",
        s.target().source(),
        0,
        "the function does not compute the same twice: it draws from Math.random or a generator"
            + " that cannot be copied, reads a clock or a file, or changes state outside itself",
        "draw from a java.util.Random the function can reach, or hand the varying values over as"
            + " arguments");
  }
}
