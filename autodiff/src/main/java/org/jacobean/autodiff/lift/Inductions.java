package org.jacobean.autodiff.lift;

/**
 * Finds the values that grow by a constant in each round of a loop, and gives every loop a counter.
 */
public final class Inductions {
  private Inductions() {}

  public static void find(Program program) {
    for (Loop l : program.loops) {
      l.inductions.clear();
      for (Value p : l.header.phis) if (grows(l, p)) l.inductions.add(p);
      choose(l);
      if (!l.counted()) add(program, l);
    }
  }

  private static boolean grows(Loop l, Value p) {
    if (p.kind != Kind.INT) return false;
    Value next = p.args[l.latchIndex()];
    return next.op == Op.ADD
        && next.args[0] == p
        && next.args[1].op == Op.CONST
        && !next.args[1].isConst(0);
  }

  /**
   * One that goes by ones can be compared with its start, if that is a constant, a parameter, or
   * counted by a loop around.
   */
  private static void choose(Loop l) {
    for (Value p : l.inductions) {
      Value start = p.args[l.entryIndex()];
      Value base = start.op == Op.ADD && start.args[1].op == Op.CONST ? start.args[0] : start;
      boolean simple = base.op == Op.CONST || base.op == Op.PARAM || counted(base, l);
      if (simple && Math.abs(l.step(p)) == 1 && (!l.counted() || start.op == Op.CONST))
        l.counter(p);
    }
  }

  private static boolean counted(Value v, Loop inner) {
    for (Loop l = inner.parent; l != null; l = l.parent) if (l.inductions.contains(v)) return true;
    return false;
  }

  private static void add(Program program, Loop l) {
    Value zero = constant(l.preheader, 0);
    Value one = constant(l.latch, 1);
    Value p = new Value(Op.PHI, Kind.INT);
    Value next = l.latch.add(new Value(Op.ADD, org.objectweb.asm.Opcodes.IADD, Kind.INT, p, one));
    p.args = new Value[2];
    p.args[l.entryIndex()] = zero;
    p.args[l.latchIndex()] = next;
    l.header.addPhi(p);
    l.inductions.add(p);
    l.counter(p);
  }

  static Value constant(Block b, int number) {
    Value c = new Value(Op.CONST, Kind.INT);
    c.detail = number;
    c.place(b);
    b.body.add(0, c);
    return c;
  }
}
