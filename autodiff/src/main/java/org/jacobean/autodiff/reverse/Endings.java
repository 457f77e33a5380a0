package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/**
 * Inner loops that count to a bound which can be worked out again: what their counters came to need
 * not be kept for the sweep backwards.
 */
final class Endings {
  private static final int DEEPEST = 4;

  /**
   * How a loop ends: its counter is the larger (counting down: the smaller) of start and bound.
   *
   * @param beyond whether the bound itself is still counted
   */
  record Ending(Value counter, Value bound, boolean beyond) {}

  private final Map<Loop, Ending> endings = new HashMap<>();

  Endings(Program program) {
    for (Loop l : program.loops) {
      Ending e = l.parent == null ? null : find(l);
      if (e != null) endings.put(l, e);
    }
  }

  @Nullable Ending of(Loop l) {
    return endings.get(l);
  }

  /** Whether an induction's last value can be worked out from its first. */
  boolean known(Loop l, Value induction) {
    return endings.containsKey(l) && cheap(induction.args[l.entryIndex()], 0);
  }

  private static @Nullable Ending find(Loop l) {
    Value end = l.header.end();
    if (end.op != Op.IF || end.opcode < IF_ICMPLT || end.opcode > IF_ICMPLE || !onlyWayOut(l))
      return null;
    boolean stays = l.blocks.contains(l.header.succs.get(0));
    int opcode = stays ? end.opcode : opposite(end.opcode);
    for (int k = 0; k < 2; k++) {
      Value p = end.args[k];
      Value bound = end.args[1 - k];
      int test = k == 0 ? opcode : mirrored(opcode);
      if (!l.inductions.contains(p) || !cheap(bound, 0) || !cheap(p.args[l.entryIndex()], 0))
        continue;
      int step = l.step(p);
      boolean up = step == 1 && (test == IF_ICMPLT || test == IF_ICMPLE);
      boolean down = step == -1 && (test == IF_ICMPGT || test == IF_ICMPGE);
      if (up || down) return new Ending(p, bound, test == IF_ICMPLE || test == IF_ICMPGE);
    }
    return null;
  }

  private static int opposite(int opcode) {
    return opcode == IF_ICMPLT
        ? IF_ICMPGE
        : opcode == IF_ICMPGE ? IF_ICMPLT : opcode == IF_ICMPGT ? IF_ICMPLE : IF_ICMPGT;
  }

  private static int mirrored(int opcode) {
    return opcode == IF_ICMPLT
        ? IF_ICMPGT
        : opcode == IF_ICMPGT ? IF_ICMPLT : opcode == IF_ICMPGE ? IF_ICMPLE : IF_ICMPGE;
  }

  private static boolean onlyWayOut(Loop l) {
    for (Block b : l.blocks)
      for (Block s : b.succs) if (b != l.header && !l.blocks.contains(s)) return false;
    return true;
  }

  /** Whether a whole number can be had anywhere without being kept. */
  private static boolean cheap(Value v, int depth) {
    if (v.isConst() || v.op == Op.PARAM) return true;
    Loop l = v.block().loop;
    if (v.op == Op.PHI) return l != null && l.header == v.block() && l.inductions.contains(v);
    if (v.op == Op.LENGTH) return v.args[0].op == Op.PARAM;
    if (v.op != Op.ADD && v.op != Op.SUB && v.op != Op.MUL || depth > DEEPEST) return false;
    return cheap(v.args[0], depth + 1) && cheap(v.args[1], depth + 1);
  }
}
