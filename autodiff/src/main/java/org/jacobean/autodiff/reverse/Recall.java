package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.rule.Monomial;
import org.jacobean.autodiff.rule.Term;

/** Values of the forward sweep, and what partial derivatives are made of, for the one backwards. */
final class Recall {
  private final Body body;
  private final Plan plan;
  private final Code code;
  private Map<Value, Integer> recomputed = new HashMap<>();

  Recall(Body body) {
    this.body = body;
    plan = body.plan;
    code = body.code;
  }

  /** Another block: nothing is worked out again yet. */
  void begin() {
    recomputed = new HashMap<>();
  }

  /** What is worked out again meanwhile holds only there. */
  void within(Runnable branch) {
    Map<Value, Integer> before = recomputed;
    recomputed = new HashMap<>(before);
    branch.run();
    recomputed = before;
  }

  /** Leaves a value of the forward sweep on the operand stack. */
  void value(Value v) {
    if (v.isConst()) {
      code.constant(v.detail);
      return;
    }
    Integer local = plan.mode(v) == Plan.Mode.RECOMPUTED ? recomputed.get(v) : body.locals.get(v);
    if (local != null) {
      code.load(v.kind, local);
      return;
    }
    if (plan.mode(v) != Plan.Mode.RECOMPUTED)
      throw new EngineFault(
          "A value was not kept for the sweep backwards: " + v + " in " + plan.program.source());
    for (Value a : v.args) value(a);
    body.operations.emit(v);
    int fresh = code.local(v.kind);
    recomputed.put(v, fresh);
    code.op(v.kind.wide() ? DUP2 : DUP);
    code.store(v.kind, fresh);
  }

  /** The same as a double. */
  private void number(Value v) {
    value(v);
    switch (v.kind) {
      case FLOAT -> code.op(F2D);
      case INT -> code.op(I2D);
      case LONG -> code.op(L2D);
      default -> {}
    }
  }

  /** Multiplies the number on the operand stack. */
  void times(Monomial m, Value v) {
    for (Term t : m.denominator()) {
      term(t, v);
      code.op(DDIV);
    }
    for (Term t : m.numerator()) {
      term(t, v);
      code.op(DMUL);
    }
    if (m.constant() == 1) return;
    code.number(m.constant());
    code.op(DMUL);
  }

  private void term(Term t, Value v) {
    if (t instanceof Term.Arg a) {
      number(v.args[a.index()]);
    } else if (t instanceof Term.Number n) {
      code.number(n.value());
    } else if (t instanceof Term.Apply f) {
      for (Term a : f.args()) term(a, v);
      if (f.primitive().opcode() != 0) code.op(f.primitive().opcode());
      else
        code.callStatic(
            f.primitive().owner(),
            f.primitive().method(),
            "(" + "D".repeat(f.primitive().arity()) + ")D");
    } else if (t instanceof Term.Call c) {
      for (Term a : c.args()) term(a, v);
      body.operations.call(Reals.written(c));
    } else {
      number(v);
    }
  }
}
