package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.List;

/** Puts a called program in the place of the call. */
public final class Inliner {
  private Inliner() {}

  /**
   * Splices a program, used up by this, into the caller; the caller's graph must be analysed again
   * afterwards.
   */
  public static void inline(Program caller, Value call, Program callee) {
    Block before = call.block();
    Block after = split(caller, call);
    Replacements replaced = new Replacements(caller);
    for (int i = 0; i < callee.params.size(); i++) replaced.put(callee.params.get(i), call.args[i]);
    for (Block b : callee.blocks) adopt(caller, b, callee, before);
    before.body.remove(call);
    connect(before, callee.entry.succs.get(0), callee.entry);
    Block last = callee.exit;
    Value[] results = callee.results();
    after.preds.add(last);
    last.succs.add(after);
    last.end(new Value(Op.GOTO, Kind.VOID));
    if (call.kind != Kind.VOID) {
      replaced.put(call, results[0]);
      if (results[0].type == null) results[0].type = call.type;
    }
    replaced.apply();
    caller.irreducible |= callee.irreducible;
  }

  /** Everything after the call goes into a block of its own. */
  private static Block split(Program p, Value call) {
    Block b = call.block();
    Block after = p.newBlock();
    int at = b.body.indexOf(call);
    List<Value> tail = new ArrayList<>(b.body.subList(at + 1, b.body.size()));
    b.body = new ArrayList<>(b.body.subList(0, at + 1));
    tail.forEach(after::add);
    after.end(b.end());
    after.succs.addAll(b.succs);
    for (Block s : b.succs) s.preds.replaceAll(q -> q == b ? after : q);
    b.succs.clear();
    b.end(new Value(Op.GOTO, Kind.VOID));
    if (p.exit == b) p.exit = after;
    return after;
  }

  private static void adopt(Program caller, Block b, Program callee, Block before) {
    if (b != callee.entry) {
      caller.blocks.add(b);
      return;
    }
    for (Value v : b.body) if (v.op != Op.PARAM) before.add(v);
  }

  private static void connect(Block before, Block first, Block entry) {
    before.succs.add(first);
    first.preds.replaceAll(q -> q == entry ? before : q);
  }

  /** Order, loops, counters, types and users, after the program was changed. */
  public static void settle(Program p) {
    new Replacements(p).removeTrivialPhis();
    Graph.analyse(p);
    Inductions.find(p);
    Cleanup.run(p);
  }
}
