package org.jacobean.autodiff.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Terms with the arguments that are constants in the source put in and worked out. */
public final class Simplify {
  private Simplify() {}

  /**
   * @param constant the number an argument always is, or null
   */
  public static Term with(Term t, IntFunction<@Nullable Double> constant) {
    if (t instanceof Term.Arg a) {
      Double c = constant.apply(a.index());
      return c == null ? t : new Term.Number(c);
    }
    if (!(t instanceof Term.Apply f)) return t;
    List<Term> args = new ArrayList<>();
    for (Term a : f.args()) args.add(with(a, constant));
    return simplify(f.primitive(), args);
  }

  private static Term simplify(Primitive p, List<Term> a) {
    if (a.stream().allMatch(t -> t instanceof Term.Number))
      return new Term.Number(
          p.value(a.stream().mapToDouble(t -> ((Term.Number) t).value()).toArray()));
    if (p == Primitive.UNLESS && a.get(2) instanceof Term.Number n)
      return n.value() == 0 ? a.get(0) : a.get(1);
    if (p == Primitive.POW && a.get(1) instanceof Term.Number n) {
      if (n.value() == 1) return a.get(0);
      if (n.value() == 2) return a.get(0).square();
    }
    return new Term.Apply(p, List.copyOf(a));
  }
}
