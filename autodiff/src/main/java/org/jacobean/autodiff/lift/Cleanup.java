package org.jacobean.autodiff.lift;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes what nobody uses, and finds the types of references. */
public final class Cleanup {
  private final Program program;
  private final Set<Value> live = new HashSet<>();
  private final Deque<Value> work = new ArrayDeque<>();

  private Cleanup(Program program) {
    this.program = program;
  }

  public static void run(Program program) {
    Cleanup c = new Cleanup(program);
    c.removeDead();
    c.types();
    program.linkUsers();
  }

  private void removeDead() {
    for (Block b : program.blocks) {
      for (Value v : b.body) if (v.hasEffect()) keep(v);
      for (Value a : b.end().args) keep(a);
    }
    for (Loop l : program.loops) if (l.counted()) keep(l.counter());
    while (!work.isEmpty()) for (Value a : work.pop().args) keep(a);
    for (Block b : program.blocks) {
      b.phis.removeIf(v -> !live.contains(v));
      b.body.removeIf(v -> !live.contains(v));
    }
    for (Loop l : program.loops) l.inductions.removeIf(v -> !live.contains(v));
  }

  private void keep(Value v) {
    if (live.add(v)) work.push(v);
  }

  private void types() {
    boolean[] changed = {true};
    while (changed[0]) {
      changed[0] = false;
      program.forEach(
          v -> {
            if (!v.isRef() || v.type != null) return;
            v.type = infer(v);
            changed[0] |= v.type != null;
          });
    }
  }

  private static @Nullable String infer(Value v) {
    if (v.op == Op.LOAD) {
      String outer = v.args[0].type;
      return outer != null && outer.startsWith("[") ? outer.substring(1) : null;
    }
    if (v.op != Op.PHI) return null;
    String t = null;
    for (Value a : v.args) {
      if (a.op == Op.CONST && a.detail == null || a == v || a.type == null) continue;
      if (t != null && !t.equals(a.type)) return "Ljava/lang/Object;";
      t = a.type;
    }
    return t;
  }
}
