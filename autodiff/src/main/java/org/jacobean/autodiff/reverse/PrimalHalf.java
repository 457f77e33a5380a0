package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.emit.Writer;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;

/**
 * The forward sweep: the program itself, leaving on the value stack what the sweep backwards will
 * need.
 */
final class PrimalHalf extends Writer {
  private final Body body;
  private final Plan plan;
  private final Pairs pairs;

  private final Ahead ahead;

  PrimalHalf(Body body, Pairs pairs) {
    this(body, pairs, -1);
  }

  /**
   * @param seed the local of the adjoint of the function's only result, or −1
   */
  PrimalHalf(Body body, Pairs pairs, int seed) {
    super(
        body.plan.program,
        body.code,
        body.operations,
        body.locals,
        v -> body.plan.kept.contains(v) || body.plan.stacked.contains(v),
        v -> readsOperandsTwice(body, v));
    this.body = body;
    this.pairs = pairs;
    plan = body.plan;
    ahead = new Ahead(body, seed);
  }

  private static boolean readsOperandsTwice(Body body, Value v) {
    return v.op == Op.STORE && (body.plan.saves(v) || v.args[2].isRef()) || body.activeCall(v);
  }

  @Override
  protected void begin(Block b) {
    body.pushAll(plan.previous(b));
  }

  @Override
  protected void finish(Block b) {
    body.pushAll(plan.fresh(b));
  }

  @Override
  protected void cross(Block from, Block to, int way) {
    if (Body.recordsWay(to)) {
      body.ensure(Kind.INT, 1);
      body.push(Kind.INT, () -> code.number(way));
    }
    body.pushAll(body.countersLost(from, to));
  }

  @Override
  protected boolean instead(Value v) {
    if (v.op == Op.STORE && plan.saves(v)) saveElement(v);
    if (v.op == Op.RESULT) result(v);
    else if (v.callsRounds()) rounds(v);
    else if (body.activeCall(v)) call(v);
    else return false;
    return true;
  }

  private void saveElement(Value store) {
    Value content = store.args[2];
    body.ensure(content.kind, 1);
    body.push(
        content.kind,
        () -> {
          value(store.args[0]);
          value(store.args[1]);
          code.op(store.opcode - IASTORE + IALOAD);
        });
  }

  /** Both sweeps of a loop at once: its sums' adjoints are known already, and its own come back. */
  private void rounds(Value v) {
    Rounds r = pairs.rounds(v, plan);
    body.save(true);
    for (Value a : v.args) value(a);
    for (int i = 0; i < v.args.length; i++) if (r.shadowed(i)) value(plan.shadows.get(v.args[i]));
    ahead.adjoints(v, r);
    body.stack();
    code.callStatic(pairs.owner(), r.name, r.descriptor());
    if (v.kind != Kind.VOID) code.store(v.kind, body.local(v));
    body.reload(true);
    int k = r.loop.results().length;
    for (int i : r.numbers()) {
      code.load(Kind.DOUBLE, body.adjoint(v.args[i]));
      body.stack();
      code.field(GETFIELD, Code.STACK, "ret", "[D");
      code.number(k++);
      code.op(DALOAD);
      code.op(DADD);
      code.store(Kind.DOUBLE, body.adjoint(v.args[i]));
    }
  }

  private void call(Value v) {
    body.save(true);
    Pair p = pairs.pair(v, plan);
    for (Value a : v.args) value(a);
    for (int i = 0; i < v.args.length; i++) if (p.shadowed(i)) shadow(v.args[i]);
    body.stack();
    code.callStatic(pairs.owner(), p.forwardName(), p.forwardDescriptor());
    if (v.kind != Kind.VOID) {
      if (v.kind == Kind.REF) code.cast(v.type);
      code.store(v.kind, body.local(v));
    }
    body.reload(true);
  }

  private void shadow(Value a) {
    Value s = plan.shadows.of(a);
    if (s == null) code.op(ACONST_NULL);
    else value(s);
  }

  /** One of the further results of the call before. */
  private void result(Value v) {
    body.stack();
    int index = Results.index(v);
    switch (v.kind) {
      case INT -> {
        code.field(GETFIELD, Code.STACK, "iret", "[I");
        code.number(index);
        code.op(IALOAD);
      }
      case REF -> {
        code.field(GETFIELD, Code.STACK, "oret", "[Ljava/lang/Object;");
        code.number(index);
        code.op(AALOAD);
        code.cast(v.type);
      }
      default -> {
        code.field(GETFIELD, Code.STACK, "ret", "[D");
        code.number(index);
        code.op(DALOAD);
        if (v.kind == Kind.FLOAT) code.op(D2F);
        if (v.kind == Kind.LONG) code.callStatic(Code.STACK, "bits", "(D)J");
      }
    }
    code.store(v.kind, body.local(v));
  }
}
