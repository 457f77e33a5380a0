package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.RoundCut;
import org.jacobean.autodiff.lift.Value;

/**
 * Loops whose rounds give nothing on to the next but sums: each round can be run backwards as soon
 * as it was run forwards, with what it needs still in registers and caches, and nothing is kept
 * from round to round.
 */
final class SeparateRounds {
  private final Program program;
  private final Activity activity;
  private final Scratch scratch;
  private final LinearPath path;

  private SeparateRounds(Program program, Activity activity) {
    this.program = program;
    this.activity = activity;
    scratch = new Scratch(program, activity.aliases());
    path = new LinearPath(program, activity);
  }

  /** Cuts out the last such loop; false when there is none. */
  static boolean cutOne(Program program, Activity activity) {
    Value[] r = program.results();
    if (r.length != 1 || !r[0].kind.real() || program.irreducible) return false;
    SeparateRounds s = new SeparateRounds(program, activity);
    Loop last = null;
    for (Loop l : program.loops)
      if (l.parent == null
          && (last == null || l.header.order() > last.header.order())
          && s.holds(l)) last = l;
    return last != null && RoundCut.cut(program, last) != null;
  }

  private boolean holds(Loop l) {
    if (!leftAtHeader(l)) return false;
    for (Value v : l.header.body) if (works(v)) return false;
    Set<Value> sums = new HashSet<>();
    for (Value p : l.header.phis) {
      if (p.isRef()) return false;
      if (p.kind.real() && activity.active(p) && !sums(p, l, sums)) return false;
    }
    for (Block b : l.blocks) for (Value v : b.body) if (!separate(v, l)) return false;
    return !sums.isEmpty() && !overwrittenLater(l);
  }

  /**
   * Whether something the rounds read is written after the loop: then their adjoints must wait
   * until the sweep backwards has passed that.
   */
  private boolean overwrittenLater(Loop l) {
    List<Value> read = new ArrayList<>();
    for (Block b : l.blocks)
      for (Value v : b.body) {
        if (v.op == Op.LOAD && activity.activeArray(v.args[0])) read.add(v.args[0]);
        if (activity.activeCall(v)) for (Value a : v.args) if (a.isRef()) read.add(a);
      }
    for (Block b : after(l)) for (Value v : b.body) if (writesAny(v, read)) return true;
    return false;
  }

  private static Set<Block> after(Loop l) {
    Set<Block> seen = new HashSet<>(l.blocks);
    List<Block> work = new ArrayList<>(l.header.succs);
    while (!work.isEmpty()) {
      Block b = work.remove(work.size() - 1);
      if (seen.add(b)) work.addAll(b.succs);
    }
    seen.removeAll(l.blocks);
    return seen;
  }

  private boolean writesAny(Value v, List<Value> read) {
    Aliases aliases = activity.aliases();
    if (v.op != Op.STORE && (v.op != Op.CALL || v.isMath())) return false;
    for (Value a : v.args)
      if (a.isRef() && (v.op == Op.STORE ? a == v.args[0] : aliases.writtenBelow(a)))
        for (Value q : read) if (aliases.overlap(a, q)) return true;
    return false;
  }

  private static boolean leftAtHeader(Loop l) {
    if (l.header.end().op != Op.IF || l.latch == l.header) return false;
    for (Block b : l.blocks) {
      if (b.end().op == Op.THROW) return false;
      for (Block s : b.succs) if (b != l.header && !l.blocks.contains(s)) return false;
    }
    return l.blocks.contains(l.header.succs.get(0)) != l.blocks.contains(l.header.succs.get(1));
  }

  /** Whether an operation of the header would have to be run backwards too. */
  private boolean works(Value v) {
    return v.kind.real() && activity.varied(v) || v.hasEffect() && v.op != Op.CHECK_CAST;
  }

  /** Whether a value of the header only grows by what the rounds add. */
  private boolean sums(Value start, Loop l, Set<Value> sums) {
    Set<Value> chain = new HashSet<>(Set.of(start));
    java.util.ArrayDeque<Value> work = new java.util.ArrayDeque<>(chain);
    while (!work.isEmpty()) {
      Value s = work.pop();
      for (Value u : s.users) {
        if (!l.blocks.contains(u.block())) {
          if (s != start) return false;
        } else if (path.matters(u)) {
          if (!adds(u, s)) return false;
          if (chain.add(u)) work.push(u);
        }
      }
    }
    for (Value s : chain) if (!closed(s, start, l, chain)) return false;
    sums.addAll(chain);
    return path.from(start, l) != null;
  }

  private static boolean adds(Value u, Value s) {
    return u.op == Op.PHI
        || (u.op == Op.ADD || u.op == Op.SUB && u.args[0] == s) && u.args[0] != u.args[1];
  }

  private static boolean closed(Value s, Value start, Loop l, Set<Value> chain) {
    if (s == start) return chain.contains(s.args[l.latchIndex()]);
    if (s.op != Op.PHI) return !(chain.contains(s.args[0]) && chain.contains(s.args[1]));
    for (Value a : s.args) if (!chain.contains(a)) return false;
    return true;
  }

  /** Whether an operation has to do with no other round. */
  private boolean separate(Value v, Loop l) {
    return switch (v.op) {
      case STORE -> !v.args[2].isRef() && scratch.in(v.args[0], l);
      case CALL -> v.isMath() || !writes(v, l) && !v.callsRounds() && !crosses(v);
      default -> true;
    };
  }

  /** Whether derivatives go through values that keep their own order of operations. */
  private boolean crosses(Value call) {
    return Crossings.in(call) || Crossings.out(call) || activity.callees().crossings().leads(call);
  }

  private boolean writes(Value call, Loop l) {
    for (Value a : call.args)
      if (a.isRef() && activity.aliases().writtenBelow(a) && !scratch.fresh(a, l)) return true;
    return false;
  }
}
