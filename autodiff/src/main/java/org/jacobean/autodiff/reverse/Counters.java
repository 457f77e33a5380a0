package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Value;

/** Counters of loops, run backwards or worked out again instead of being kept. */
final class Counters {
  private final Body body;
  private final Plan plan;
  private final Code code;
  private final Recall recall;

  Counters(Body body, Recall recall) {
    this.body = body;
    this.recall = recall;
    plan = body.plan;
    code = body.code;
  }

  void undo(Value induction, int step) {
    int local = body.local(induction);
    if (step > Short.MIN_VALUE && step <= Short.MAX_VALUE) {
      code.out.visitIincInsn(local, -step);
      return;
    }
    code.load(Kind.INT, local);
    code.number(step);
    code.op(ISUB);
    code.store(Kind.INT, local);
  }

  /** The sweep comes back to a loop's end: its counters are what they were there. */
  void end(Loop l) {
    Endings.Ending e = plan.endings.of(l);
    if (e == null) return;
    Value first = e.counter().args[l.entryIndex()];
    int rounds = code.local(Kind.INT);
    boolean up = l.step(e.counter()) > 0;
    recall.value(e.bound());
    if (e.beyond()) {
      code.number(up ? 1 : -1);
      code.op(IADD);
    }
    recall.value(first);
    code.callStatic("java/lang/Math", up ? "max" : "min", "(II)I");
    recall.value(first);
    code.op(ISUB);
    code.store(Kind.INT, rounds);
    for (Value p : l.inductions)
      if (plan.kept.contains(p) && plan.endings.known(l, p)) {
        recall.value(p.args[l.entryIndex()]);
        code.load(Kind.INT, rounds);
        code.number(up ? l.step(p) : -l.step(p));
        code.op(IMUL);
        code.op(IADD);
        code.store(Kind.INT, body.local(p));
      }
  }
}
