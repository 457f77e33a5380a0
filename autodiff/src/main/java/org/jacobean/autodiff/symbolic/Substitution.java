package org.jacobean.autodiff.symbolic;

import java.util.HashMap;
import java.util.Map;

/** Puts formulas in the place of variables. */
final class Substitution {
  private final Map<Expr, Expr> known;

  Substitution(Map<Var, ? extends Expr> replacements) {
    this.known = new HashMap<>(replacements);
  }

  Expr of(Expr e) {
    Expr before = known.get(e);
    if (before != null) {
      return before;
    }
    Expr changed = e.children().isEmpty() ? e : Structure.rebuilt(e, this::of);
    known.put(e, changed);
    return changed;
  }
}
