package org.jacobean.autodiff.lift;

import org.jspecify.annotations.Nullable;

/** Makes a program of a loop, and a program within it of what one round does. */
public final class RoundCut {
  private RoundCut() {}

  /**
   * Calls the loop in its place.
   *
   * @param loop left only from its header
   * @return the call, or null where the loop could not be cut out
   */
  public static @Nullable Value cut(Program program, Loop loop) {
    Block last = between(program, loop.header, leaving(loop));
    Block next = Extraction.split(program, last, 0);
    Block first = Extraction.split(program, loop.preheader, loop.preheader.body.size());
    Value call = Extraction.cut(program, first, next, "loop");
    Inliner.settle(program);
    if (call != null) cutRound(call.call().body());
    return call;
  }

  private static Block leaving(Loop l) {
    return l.blocks.contains(l.header.succs.get(0)) ? l.header.succs.get(1) : l.header.succs.get(0);
  }

  /** A new block on an edge. */
  private static Block between(Program program, Block from, Block to) {
    Block b = program.newBlock();
    b.preds.add(from);
    b.succs.add(to);
    b.end(new Value(Op.GOTO, Kind.VOID));
    from.succs.replaceAll(s -> s == to ? b : s);
    to.preds.replaceAll(p -> p == from ? b : p);
    return b;
  }

  private static void cutRound(@Nullable Program part) {
    if (part == null) return;
    Loop l = part.loops.stream().filter(q -> q.parent == null).findFirst().orElseThrow();
    Block body =
        l.blocks.contains(l.header.succs.get(0)) ? l.header.succs.get(0) : l.header.succs.get(1);
    Block latch = Extraction.split(part, l.latch, l.latch.body.size());
    for (Value p : l.inductions) advance(p, l.header.preds.indexOf(latch), latch);
    part.round = Extraction.cut(part, between(part, l.header, body), latch, "round");
    Inliner.settle(part);
  }

  /** Counting on belongs to the loop, not to the round. */
  private static void advance(Value induction, int way, Block latch) {
    Value step = induction.args[way].args[1].copy();
    latch.add(step);
    induction.args[way] = latch.add(induction.args[way].copy(induction, step));
  }
}
