package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.GOTO;

import java.util.Map;
import org.jacobean.autodiff.emit.Writer;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.Label;

/** Writes a loop forwards, and in the place of a round both its sweeps. */
final class RoundsWriter extends Writer {
  private final Rounds rounds;
  private final Body body;
  private final Pairs pairs;
  private final Map<Value, Integer> locals;
  private final int[] seeds;

  RoundsWriter(Rounds rounds, Body body, Pairs pairs, Map<Value, Integer> locals, int[] seeds) {
    super(rounds.loop, body.code, body.operations, locals, v -> false, v -> v == rounds.round);
    this.rounds = rounds;
    this.body = body;
    this.pairs = pairs;
    this.locals = locals;
    this.seeds = seeds;
    body.clearLocals();
    for (Value p : rounds.plan.program.params) clear(p);
  }

  private void clear(Value parameter) {
    if (!rounds.plan.active(parameter) || !parameter.kind.real()) return;
    code.number(0.0);
    code.store(Kind.DOUBLE, body.adjoint(parameter));
  }

  @Override
  protected boolean instead(Value v) {
    if (v.op == Op.RESULT) return true;
    if (v != rounds.round) return false;
    for (int i = 0; i < v.args.length; i++)
      body.locals.put(
          rounds.plan.program.params.get(i),
          java.util.Objects.requireNonNull(locals.get(v.args[i])));
    body.clearAdjoints();
    Label turn = new Label();
    PrimalHalf forward = new PrimalHalf(body, pairs);
    forward.write(
        () -> {
          results(forward);
          code.jump(GOTO, turn);
        });
    code.label(turn);
    Label done = new Label();
    new AdjointHalf(body, pairs).write(seeds, () -> code.jump(GOTO, done));
    code.label(done);
    return true;
  }

  private void results(PrimalHalf forward) {
    Value[] r = rounds.plan.program.results();
    if (r.length == 1) {
      keep(forward, r[0], rounds.round);
      return;
    }
    for (Value u : rounds.round.users) if (u.op == Op.RESULT) keep(forward, r[Results.index(u)], u);
  }

  private void keep(PrimalHalf forward, Value inside, Value outside) {
    forward.value(inside);
    code.store(outside.kind, local(outside));
  }
}
