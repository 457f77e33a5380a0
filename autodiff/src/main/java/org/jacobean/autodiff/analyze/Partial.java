package org.jacobean.autodiff.analyze;

import java.util.HashMap;
import java.util.Map;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Simplify;
import org.jacobean.autodiff.rule.Term;

/** The local partial derivatives of a program's operations, constants put in. */
public final class Partial {
  private final Activity activity;
  private final Map<Value, Term[]> known = new HashMap<>();

  public Partial(Activity activity) {
    this.activity = activity;
  }

  /** The partial of an operation with a rule by its argument at an index. */
  public Term of(Value v, int index) {
    return known.computeIfAbsent(v, this::all)[index];
  }

  @SuppressWarnings("NullAway") // asked only of operations with a rule
  private Term[] all(Value v) {
    Rule r = Reals.rule(v);
    int active = 0;
    for (Value a : v.args) if (activity.varied(a)) active++;
    Term[] t = new Term[v.args.length];
    for (int i = 0; i < t.length; i++) {
      boolean others = active > (activity.varied(v.args[i]) ? 1 : 0);
      t[i] = Simplify.with(r.partial(i, others), k -> number(v.args[k]));
    }
    return t;
  }

  private static @org.jspecify.annotations.Nullable Double number(Value a) {
    return a.isConst() && a.detail instanceof Number n ? n.doubleValue() : null;
  }
}
