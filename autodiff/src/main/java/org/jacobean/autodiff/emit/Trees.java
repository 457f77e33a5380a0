package org.jacobean.autodiff.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;

/**
 * Values used once, soon, and nowhere else: written where they are used instead of into a local.
 */
public final class Trees {
  private final Predicate<Value> needsLocal;
  private final Predicate<Value> delaysOperands;
  private final Set<Value> inside = new HashSet<>();

  /**
   * @param needsLocal values that must have a local of their own
   * @param delaysOperands operations whose operands are read more than once or late
   */
  public Trees(Program program, Predicate<Value> needsLocal, Predicate<Value> delaysOperands) {
    this.needsLocal = needsLocal;
    this.delaysOperands = delaysOperands;
    for (Block b : program.blocks) find(b);
  }

  public boolean inside(Value v) {
    return inside.contains(v);
  }

  private void find(Block b) {
    Map<Value, Integer> root = new HashMap<>();
    root.put(b.end(), b.body.size());
    for (int i = b.body.size() - 1; i >= 0; i--) {
      Value v = b.body.get(i);
      root.put(v, i);
      if (v.op == Op.CONST) inside.add(v);
      else if (mayMove(b, v, i, root)) {
        inside.add(v);
        root.put(v, root.get(v.users.get(0)));
      }
    }
  }

  private boolean mayMove(Block b, Value v, int at, Map<Value, Integer> root) {
    if (v.op == Op.PARAM || v.op == Op.RESULT || v.kind == org.jacobean.autodiff.lift.Kind.VOID)
      return false;
    if (needsLocal.test(v) || v.users.size() != 1) return false;
    Value u = v.users.get(0);
    Integer to = root.get(u);
    if (u.op == Op.PHI || u.block() != b || to == null || delaysOperands.test(u)) return false;
    if (v.op == Op.CALL && !v.isMath() || v.op == Op.CONSTRUCT || v.op == Op.DYNAMIC) return false;
    return !touchesMemory(v) || quiet(b, at + 1, to);
  }

  private static boolean touchesMemory(Value v) {
    return switch (v.op) {
      case LOAD, GET_FIELD, GET_STATIC, NEW_ARRAY, CHECK_CAST -> true;
      default -> false;
    };
  }

  /** Nothing between the two places writes memory or calls anything. */
  private static boolean quiet(Block b, int from, int to) {
    for (int j = from; j < to; j++) {
      Value w = b.body.get(j);
      if (w.op == Op.PARAM || w.op == Op.CHECK_CAST) continue;
      if (w.op == Op.STORE || w.op == Op.PUT_FIELD || w.op == Op.PUT_STATIC || w.op == Op.CONSTRUCT)
        return false;
      if (w.op == Op.CALL && !w.isMath()) return false;
    }
    return true;
  }
}
