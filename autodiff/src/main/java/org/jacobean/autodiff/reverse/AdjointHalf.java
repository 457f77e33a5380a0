package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jacobean.autodiff.analyze.Crossings;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.rule.Monomial;
import org.jacobean.autodiff.rule.Term;
import org.objectweb.asm.Label;

/**
 * The sweep backwards: every block from its end to its start, every operation handing its adjoint
 * to its arguments.
 */
final class AdjointHalf {
  private final Body body;
  private final Plan plan;
  private final Program program;
  private final Code code;
  private final Pairs pairs;
  private final Map<Block, Label> labels = new HashMap<>();
  private final Recall recall;
  private final Counters counters;
  private Set<Value> begun = new HashSet<>();
  private final Map<Value, Integer> flags = new HashMap<>();
  private final Increments increments;
  private final Entries entries;

  AdjointHalf(Body body, Pairs pairs) {
    this.body = body;
    this.pairs = pairs;
    plan = body.plan;
    program = plan.program;
    code = body.code;
    recall = new Recall(body);
    counters = new Counters(body, recall);
    increments = new Increments(plan);
    entries = new Entries(program, code, this::label);
  }

  /**
   * Writes the sweep. The adjoints of the results lie in locals given; at the end the runnable goes
   * on.
   */
  void write(int[] seeds, Runnable atEnd) {
    for (Block b : program.blocks) labels.put(b, new Label());
    entries.open();
    clearFlags();
    List<Block> order = new ArrayList<>(program.blocks);
    order.removeIf(b -> b == program.exit || b.end().op == Op.THROW);
    order.add(program.exit);
    for (int i = order.size() - 1; i >= 0; i--) block(order.get(i), seeds, atEnd);
  }

  private Label label(Block b) {
    return Objects.requireNonNull(labels.get(b));
  }

  private void block(Block b, int[] seeds, Runnable atEnd) {
    entries.dispatch(b);
    code.label(label(b));
    recall.begin();
    begun = new HashSet<>();
    if (b == program.exit) seed(seeds);
    body.popAll(plan.fresh(b));
    for (int i = b.body.size() - 1; i >= 0; i--) step(b.body.get(i));
    for (Value p : b.phis)
      if (plan.active(p) && body.withinBlock(p) && begun.add(p)) {
        code.op(DCONST_0);
        code.store(Kind.DOUBLE, body.adjoint(p));
      }
    body.popAll(plan.previous(b));
    if (b == program.entry) atEnd.run();
    else back(b);
  }

  private void seed(int[] seeds) {
    Value[] r = program.results();
    int k = 0;
    for (Value v : r) {
      if (!v.kind.real()) continue;
      int s = seeds[k++];
      add(v, false, () -> code.load(Kind.DOUBLE, s));
    }
  }

  // ---- ways back

  private void back(Block b) {
    if (b.preds.size() == 1) {
      go(b, 0);
    } else if (Body.recordsWay(b)) {
      body.pop(Kind.INT, null);
      branch(b);
    } else {
      loop(b, Objects.requireNonNull(b.loop));
    }
  }

  private void branch(Block b) {
    Label[] to = new Label[b.preds.size()];
    Arrays.setAll(to, i -> new Label());
    if (to.length == 2) code.jump(IFNE, to[1]);
    else
      code.out.visitTableSwitchInsn(
          0, to.length - 2, to[to.length - 1], Arrays.copyOf(to, to.length - 1));
    for (int i = 0; i < to.length; i++) {
      code.label(to[i]);
      go(b, i);
    }
  }

  private void loop(Block header, Loop l) {
    Label entered = new Label();
    recall.value(l.counter());
    recall.value(l.counter().args[l.entryIndex()]);
    code.jump(l.step(l.counter()) > 0 ? IF_ICMPLE : IF_ICMPGE, entered);
    pass(header, l.latchIndex());
    for (Value v : l.inductions) if (plan.kept.contains(v)) counters.undo(v, l.step(v));
    code.jump(GOTO, label(l.latch));
    code.label(entered);
    release(l);
    pass(header, l.entryIndex());
    body.popAll(body.countersLost(l.preheader, header));
    entries.jump(header, l.preheader);
  }

  private void go(Block b, int way) {
    pass(b, way);
    Block before = b.preds.get(way);
    Loop l = before.loop;
    if (before.isHeader() && l != null && !l.blocks.contains(b)) counters.end(l);
    entries.jump(b, before);
  }

  /** The adjoint of a phi goes to the operand that came this way. */
  private void pass(Block b, int way) {
    List<Value> phis = b.phis.stream().filter(plan::active).toList();
    if (phis.size() == 1 && phis.get(0).args[way] == phis.get(0)) return;
    int[] held = new int[phis.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = code.local(Kind.DOUBLE);
      code.load(Kind.DOUBLE, body.adjoint(phis.get(i)));
      code.store(Kind.DOUBLE, held[i]);
      clear(phis.get(i));
    }
    for (int i = 0; i < held.length; i++) {
      Value x = phis.get(i).args[way];
      if (!plan.active(x)) continue;
      code.load(Kind.DOUBLE, body.adjoint(x));
      code.load(Kind.DOUBLE, held[i]);
      code.op(DADD);
      code.store(Kind.DOUBLE, body.adjoint(x));
    }
  }

  // ---- adjoints

  private void adjoint(Value v) {
    if (body.withinBlock(v) && !begun.contains(v)) code.op(DCONST_0);
    else code.load(Kind.DOUBLE, body.adjoint(v));
  }

  /** Adds (or subtracts) what the contribution leaves on the operand stack. */
  private void add(Value x, boolean negative, Runnable contribution) {
    if (!plan.active(x)) return;
    int local = body.adjoint(x);
    if (body.withinBlock(x) && begun.add(x)) {
      contribution.run();
      if (negative) code.op(DNEG);
    } else {
      code.load(Kind.DOUBLE, local);
      contribution.run();
      code.op(negative ? DSUB : DADD);
    }
    code.store(Kind.DOUBLE, local);
  }

  private void clear(Value v) {
    if (body.withinBlock(v)) return;
    code.op(DCONST_0);
    code.store(Kind.DOUBLE, body.adjoint(v));
  }

  // ---- operations, backwards

  private void step(Value v) {
    if (v.op == Op.STORE) store(v);
    else if (increments.absorbed(v)) return;
    else if (Crossings.out(v)) leave(v);
    else if (Crossings.in(v)) enter(v);
    else if (v.callsRounds()) return; // run backwards already
    else if (body.activeCall(v)) call(v);
    else if (v.op == Op.LOAD && plan.active(v)) load(v);
    else if (plan.active(v) && Reals.rule(v) != null) operation(v);
  }

  /** The adjoint of a value's number goes to the value. */
  private void leave(Value v) {
    if (!plan.active(v)) return;
    recall.value(v.args[0]);
    recall.value(v.args[0]);
    adjoint(v);
    border("seed", "(" + Crossings.VALUE + "D)" + Crossings.VALUE);
    border("give", "(" + Crossings.VALUE + Crossings.VALUE + ")V");
    clear(v);
  }

  /** The adjoint of a value made of a number goes to the number. */
  private void enter(Value v) {
    add(
        v.args[1],
        false,
        () -> {
          recall.value(v);
          border("adjoint", "(" + Crossings.VALUE + ")" + Crossings.VALUE);
          border("out", "(" + Crossings.VALUE + ")D");
        });
  }

  private void border(String name, String descriptor) {
    code.callStatic(Crossings.BORDER, name, descriptor);
  }

  private void operation(Value v) {
    for (int i = 0; i < v.args.length; i++) {
      if (!plan.active(v.args[i])) continue;
      Term partial = plan.partial.of(v, i);
      if (partial.isZero()) continue;
      Monomial m = Monomial.of(partial);
      add(
          v.args[i],
          m.negative(),
          () -> {
            adjoint(v);
            recall.times(m, v);
          });
    }
    clear(v);
  }

  private void load(Value v) {
    if (plan.held.loop(v) == null) {
      addToShadow(v);
      return;
    }
    code.number(1);
    code.store(Kind.INT, flag(v));
  }

  private int flag(Value held) {
    return flags.computeIfAbsent(held, q -> code.local(Kind.INT));
  }

  /** Zeros in the flags that tell whether a held adjoint has an element to go to. */
  private void clearFlags() {
    for (Loop l : program.loops)
      for (Value v : plan.held.of(l)) {
        code.number(0);
        code.store(Kind.INT, flag(v));
      }
  }

  /** The sweep has left a loop: what was held in it goes to memory. */
  private void release(Loop l) {
    for (Value v : plan.held.of(l)) {
      Label none = new Label();
      code.load(Kind.INT, flag(v));
      code.jump(IFEQ, none);
      recall.within(() -> addToShadow(v));
      code.number(0);
      code.store(Kind.INT, flag(v));
      code.label(none);
    }
  }

  private void addToShadow(Value v) {
    boolean single = v.kind == Kind.FLOAT;
    recall.value(plan.shadows.get(v.args[0]));
    recall.value(v.args[1]);
    code.op(DUP2);
    code.op(single ? FALOAD : DALOAD);
    if (single) code.op(F2D);
    adjoint(v);
    code.op(DADD);
    if (single) code.op(D2F);
    code.op(single ? FASTORE : DASTORE);
    clear(v);
  }

  private void store(Value v) {
    if (plan.shadows.active(v)) {
      Value kept = increments.of(v);
      if (kept != null) increment(v);
      else overwritten(v);
    }
    if (!plan.saves(v)) return;
    recall.value(v.args[0]);
    recall.value(v.args[1]);
    body.pop(v.args[2].kind, v.args[2].type);
    code.op(v.opcode);
  }

  private void element(Value store) {
    recall.value(plan.shadows.get(store.args[0]));
    recall.value(store.args[1]);
    code.op(store.opcode == FASTORE ? FALOAD : DALOAD);
    if (store.opcode == FASTORE) code.op(F2D);
  }

  private void overwritten(Value v) {
    add(v.args[2], false, () -> element(v));
    recall.value(plan.shadows.get(v.args[0]));
    recall.value(v.args[1]);
    code.op(v.opcode == FASTORE ? FCONST_0 : DCONST_0);
    code.op(v.opcode);
  }

  /** {@code a[i] = a[i] ± e}: the element's adjoint stays, and e gets it too. */
  private void increment(Value v) {
    Value sum = v.args[2];
    Value e = increments.addend(v);
    add(e, sum.op == Op.SUB, () -> element(v));
  }

  private void call(Value v) {
    Pair p = pairs.pair(v, plan);
    body.save(false);
    for (Value a : v.args) if (!a.kind.real()) recall.value(a);
    for (int i = 0; i < v.args.length; i++) {
      if (!p.shadowed(i)) continue;
      Value s = plan.shadows.of(v.args[i]);
      if (s == null) code.op(ACONST_NULL);
      else recall.value(s);
    }
    for (Value r : pairs.results(v)) seedOf(r);
    body.stack();
    code.callStatic(pairs.owner(), p.backwardName(), p.backwardDescriptor());
    body.reload(false);
    for (Value r : pairs.results(v)) if (r != null && plan.active(r)) clear(r);
    int k = 0;
    for (int i = 0; i < v.args.length; i++) {
      if (!p.active[i] || !v.args[i].kind.real()) continue;
      int index = k++;
      add(
          v.args[i],
          false,
          () -> {
            body.stack();
            code.field(GETFIELD, Code.STACK, "ret", "[D");
            code.number(index);
            code.op(DALOAD);
          });
    }
  }

  private void seedOf(@org.jspecify.annotations.Nullable Value r) {
    if (r != null && plan.active(r)) adjoint(r);
    else code.op(DCONST_0);
  }
}
