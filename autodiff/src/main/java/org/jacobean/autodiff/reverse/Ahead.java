package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.jacobean.autodiff.analyze.LinearPath;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/** Adjoints known before the sweep backwards, because only sums and constant factors follow. */
final class Ahead {
  private final Body body;
  private final LinearPath path;
  private final int seed;

  /**
   * @param seed the local of the adjoint of the function's result
   */
  Ahead(Body body, int seed) {
    this.body = body;
    this.seed = seed;
    path = new LinearPath(body.plan.program, body.plan.activity);
  }

  /** Leaves the adjoint of each sum of a loop on the operand stack. */
  void adjoints(Value call, Rounds r) {
    for (int i = 0; i < r.loop.results().length; i++) if (r.sum(i)) adjoint(result(call, r, i));
  }

  private static @Nullable Value result(Value call, Rounds r, int index) {
    if (r.loop.results().length == 1) return call;
    for (Value u : call.users) if (u.op == Op.RESULT && Results.index(u) == index) return u;
    return null;
  }

  private void adjoint(@Nullable Value sum) {
    Code code = body.code;
    List<LinearPath.Step> steps =
        sum != null && body.plan.active(sum) ? path.from(sum, null) : List.of();
    if (steps == null || seed < 0)
      throw new EngineFault(
          "The adjoint of a sum is not known ahead in " + body.plan.program.source());
    if (sum == null || !body.plan.active(sum)) {
      code.op(DCONST_0);
      return;
    }
    code.load(Kind.DOUBLE, seed);
    for (int i = steps.size() - 1; i >= 0; i--) back(steps.get(i));
  }

  private void back(LinearPath.Step s) {
    Value v = s.op();
    switch (v.op) {
      case NEG -> body.code.op(DNEG);
      case SUB -> {
        if (s.at() == 1) body.code.op(DNEG);
      }
      case MUL -> {
        number(v.args[1 - s.at()]);
        body.code.op(DMUL);
      }
      case DIV -> {
        number(v.args[1]);
        body.code.op(DDIV);
      }
      default -> {}
    }
  }

  private void number(Value v) {
    compute(v);
    if (v.kind == Kind.FLOAT) body.code.op(F2D);
  }

  private void compute(Value v) {
    if (v.isConst()) {
      body.code.constant(v.detail);
    } else if (v.op == Op.PARAM) {
      body.code.load(v.kind, body.local(v));
    } else {
      for (Value a : v.args) compute(a);
      body.operations.emit(v);
    }
  }
}
