package org.jacobean.autodiff.reverse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/**
 * Stores of the form {@code a[i] = a[i] + e} or {@code − e}, whose adjoint is simpler than that of
 * any other store.
 */
final class Increments {
  private final Plan plan;
  private final Map<Value, Value> loads = new HashMap<>();
  private final Set<Value> absorbed = new HashSet<>();

  Increments(Plan plan) {
    this.plan = plan;
    for (Block b : plan.program.blocks) for (Value v : b.body) find(b, v);
  }

  /** The load a store adds to, or null. */
  @Nullable Value of(Value store) {
    return loads.get(store);
  }

  /** Loads and sums that are dealt with at their store. */
  boolean absorbed(Value v) {
    return absorbed.contains(v);
  }

  Value addend(Value store) {
    Value sum = store.args[2];
    return sum.args[0] == loads.get(store) ? sum.args[1] : sum.args[0];
  }

  private void find(Block b, Value store) {
    if (store.op != Op.STORE || !plan.shadows.active(store) || !plan.active(store.args[2])) return;
    Value sum = store.args[2];
    boolean plain =
        (sum.op == Op.ADD || sum.op == Op.SUB) && sum.block() == b && sum.users.size() == 1;
    for (int k = 0; plain && k < (sum.op == Op.ADD ? 2 : 1); k++)
      if (isLoad(b, sum.args[k], store)) {
        loads.put(store, sum.args[k]);
        absorbed.add(sum.args[k]);
        absorbed.add(sum);
        return;
      }
  }

  private boolean isLoad(Block b, Value l, Value store) {
    if (l.op != Op.LOAD || l.block() != b || l.users.size() != 1) return false;
    if (l.args[0] != store.args[0] || l.args[1] != store.args[1]) return false;
    for (int i = b.body.indexOf(l) + 1; i < b.body.indexOf(store); i++) {
      Value v = b.body.get(i);
      if (v.op == Op.STORE || v.op == Op.CALL && !v.isMath()) return false;
    }
    return true;
  }
}
