package org.jacobean.autodiff.reverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/**
 * Loads that read the same element in every round of a loop: their adjoint is gathered in a local
 * and added to the shadow once, when the sweep backwards has left the loop. Otherwise each round
 * would wait for the memory the round before wrote.
 */
final class HeldAdjoints {
  private final Activity activity;
  private final Map<Value, Loop> loops = new HashMap<>();

  HeldAdjoints(Program program, Activity activity) {
    this.activity = activity;
    for (Block b : program.blocks)
      if (b.loop != null)
        for (Value v : b.body) {
          Loop l = v.op == Op.LOAD && activity.active(v) ? outermost(v) : null;
          if (l != null) loops.put(v, l);
        }
  }

  /** The loop at whose entry the adjoint goes to memory, or null when it goes there at once. */
  @Nullable Loop loop(Value load) {
    return loops.get(load);
  }

  /** Loads whose adjoint goes to memory where a loop is entered. */
  List<Value> of(Loop l) {
    List<Value> all = new ArrayList<>();
    for (Block b : l.blocks) for (Value v : b.body) if (loops.get(v) == l) all.add(v);
    return all;
  }

  private @Nullable Loop outermost(Value load) {
    Loop best = null;
    for (Loop l = load.block().loop; l != null && steady(load, l); l = l.parent) best = l;
    return best;
  }

  private boolean steady(Value load, Loop l) {
    for (Value a : load.args) if (!a.isConst() && l.blocks.contains(a.block())) return false;
    for (Block b : l.blocks) for (Value v : b.body) if (touches(v, load.args[0])) return false;
    return true;
  }

  /** Whether the sweep backwards over an operation reads the array's shadow. */
  private boolean touches(Value v, Value array) {
    if (v.op == Op.STORE) return activity.aliases().sameRegion(v.args[0], array);
    return activity.activeCall(v);
  }
}
