package org.jacobean.autodiff.reverse;

import java.util.HashMap;
import java.util.Map;
import org.jacobean.autodiff.analyze.Aliases;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;

/** When an array element may be read again by the sweep backwards. */
final class Storage {
  private final Plan plan;
  private final Aliases aliases;
  private final Map<Value, Integer> position;
  private final Map<Value, Boolean> atLoad = new HashMap<>();

  Storage(Plan plan, Map<Value, Integer> position) {
    this.plan = plan;
    this.aliases = plan.activity.aliases();
    this.position = position;
  }

  /** Whether reading it again is possible at all. */
  boolean readable(Value load) {
    Value a = load.args[0];
    return !aliases.written(a) || aliases.restorable(a) && !keptAtLoad(a);
  }

  /** Whether a value read from memory is the same when the user's turn comes backwards. */
  boolean unchangedUntil(Value v, Value user) {
    if (v.op != Op.LOAD || !aliases.written(v.args[0])) return true;
    if (!readable(v)) return false;
    if (user.block() == v.block()) return quiet(v.block(), at(v) + 1, at(user), v.args[0]);
    Loop l = v.block().loop;
    if (l == null || !l.blocks.contains(user.block())) return false;
    for (Block b : l.blocks) if (!quiet(b, 0, b.body.size(), v.args[0])) return false;
    return true;
  }

  @SuppressWarnings("NullAway")
  private int at(Value v) {
    return position.get(v);
  }

  private boolean quiet(Block b, int from, int to, Value array) {
    for (int i = from; i < to; i++) if (writes(b.body.get(i), array)) return false;
    return true;
  }

  private boolean writes(Value v, Value array) {
    if (v.op == Op.STORE) return aliases.sameRegion(v.args[0], array);
    return v.op == Op.CALL && !v.isMath() && aliases.shared(array);
  }

  /**
   * Whether loads of an array push what they read, so that stores need not save what they
   * overwrite: better when loads lie no deeper in loops than stores.
   */
  boolean keptAtLoad(Value array) {
    if (aliases.shared(array) || !plan.joint() && aliases.fromParameter(array)) return false;
    for (Map.Entry<Value, Boolean> e : atLoad.entrySet())
      if (aliases.sameRegion(e.getKey(), array)) return e.getValue();
    boolean b = loadsAreShallow(array);
    atLoad.put(array, b);
    return b;
  }

  private boolean loadsAreShallow(Value array) {
    int load = 0;
    int store = 0;
    for (Block b : plan.program.blocks)
      for (Value v : b.body) {
        if (v.op == Op.LOAD && aliases.sameRegion(v.args[0], array)) {
          if (v.isRef()) return false;
          if (valueMatters(v)) load = Math.max(load, b.depth());
        }
        if (v.op == Op.STORE && aliases.sameRegion(v.args[0], array))
          store = Math.max(store, b.depth());
      }
    return load <= store;
  }

  /** Whether some partial derivative needs the number read, as far as can be seen nearby. */
  private boolean valueMatters(Value v) {
    if (plan.shadows.isShadow(v)) return false;
    if (!v.kind.real()) return true;
    for (Value u : v.users) if (plan.active(u) && matters(u, v)) return true;
    return false;
  }

  private boolean matters(Value u, Value v) {
    return switch (u.op) {
      case MUL -> u.args[0] == u.args[1] || plan.active(u.args[u.args[0] == v ? 1 : 0]);
      case DIV -> u.args[1] == v;
      case CALL -> true;
      case ADD, SUB, NEG -> valueMatters(u);
      default -> false;
    };
  }
}
