package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Graph;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.Opcodes;

/** Arrays in which no round of a loop finds anything of the round before. */
final class Scratch {
  private final Program program;
  private final Aliases aliases;

  Scratch(Program program, Aliases aliases) {
    this.program = program;
    this.aliases = aliases;
  }

  boolean in(Value array, Loop l) {
    return fresh(array, l) || filled(array, l);
  }

  /** Whether the array, and any that may be it, is made in the round that uses it. */
  boolean fresh(Value array, Loop l) {
    for (Value v : mayBe(array)) {
      if (!l.blocks.contains(v.block())) return false;
      boolean made =
          switch (v.op) {
            case NEW_ARRAY, PHI, CHECK_CAST -> true;
            case LOAD -> fresh(v.args[0], l);
            default -> false;
          };
      if (!made) return false;
    }
    return true;
  }

  private List<Value> mayBe(Value array) {
    List<Value> all = new ArrayList<>();
    program.forEach(
        v -> {
          if (v.isRef() && !v.isConst() && aliases.sameRegion(v, array)) all.add(v);
        });
    return all;
  }

  /** Whether each round writes every element before it reads any, and nobody reads them later. */
  private boolean filled(Value array, Loop l) {
    if (array.op != Op.NEW_ARRAY || array.opcode != Opcodes.NEWARRAY || mayBe(array).size() != 1)
      return false;
    for (Value u : array.users)
      if (u.op != Op.LENGTH && u.op != Op.LOAD && u.op != Op.STORE
          || u.op == Op.STORE && u.args[2] == array
          || u.op == Op.LOAD && !l.blocks.contains(u.block())) return false;
    for (Value u : array.users) if (u.op == Op.STORE && fills(u, array, l)) return true;
    return false;
  }

  private boolean fills(Value store, Value array, Loop l) {
    Loop q = store.block().loop;
    if (q == null || q == l || !l.blocks.contains(q.header)) return false;
    while (q.parent != null && q != l && !q.inductions.contains(store.args[1])) q = q.parent;
    if (q == l || !q.inductions.contains(store.args[1])) return false;
    if (!throughout(q, store.args[1], array) || !Graph.dominates(store.block(), q.latch))
      return false;
    for (Value u : array.users)
      if (u.op == Op.LOAD
          && (q.blocks.contains(u.block()) || !Graph.dominates(q.header, u.block()))) return false;
    return true;
  }

  /** Whether a loop counts from 0 by ones up to the array's length, and ends only there. */
  private static boolean throughout(Loop q, Value index, Value array) {
    Value end = q.header.end();
    if (!index.args[q.entryIndex()].isConst(0) || q.step(index) != 1 || end.op != Op.IF)
      return false;
    for (Block b : q.blocks)
      for (Block s : b.succs) if (b != q.header && !q.blocks.contains(s)) return false;
    boolean leaves = !q.blocks.contains(q.header.succs.get(0));
    if (end.opcode != (leaves ? Opcodes.IF_ICMPGE : Opcodes.IF_ICMPLT)) return false;
    return end.args[0] == index && sameLength(end.args[1], array);
  }

  private static boolean sameLength(Value bound, Value array) {
    Value n = array.args[0];
    if (bound == n || bound.op == Op.LENGTH && bound.args[0] == array) return true;
    return n.isConst() && n.detail instanceof Integer i && bound.isConst(i);
  }
}
