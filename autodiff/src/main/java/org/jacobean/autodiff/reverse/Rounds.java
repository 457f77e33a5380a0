package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/**
 * A loop whose rounds are run forwards and backwards one by one: one method {@code
 * rounds(parameters, shadows, adjoints of its sums, stack)}, which leaves its further results in
 * the stack's {@code ret}, and the adjoints of its active numbers after them.
 */
final class Rounds {
  final String name;
  final Program loop;
  final boolean[] active;

  /** The call of a round's program within the loop's. */
  final Value round;

  final Plan plan;

  Rounds(String name, Program loop, boolean[] active, Plan plan) {
    this.name = name;
    this.loop = loop;
    this.active = active;
    this.round = Objects.requireNonNull(loop.round);
    this.plan = plan;
  }

  /** Which parameters of a round carry derivatives, told those of the loop: sums do not. */
  static boolean[] activeInRound(Program loop, boolean[] active) {
    Value[] args = Objects.requireNonNull(loop.round).args;
    boolean[] a = new boolean[args.length];
    for (int i = 0; i < a.length; i++) {
      int p = loop.params.indexOf(args[i]);
      a[i] = p >= 0 && active[p];
    }
    return a;
  }

  /** Which arrays among the parameters of a round may be one, told those of the loop. */
  static int[][] layoutOfRound(Program loop, int[][] layout) {
    Value[] args = Objects.requireNonNull(loop.round).args;
    int[][] l = new int[args.length][];
    for (int i = 0; i < l.length; i++) {
      int p = loop.params.indexOf(args[i]);
      l[i] = p >= 0 ? layout[p] : new int[0];
    }
    return l;
  }

  /** Whether a parameter comes with its shadow. */
  boolean shadowed(int parameter) {
    return shadowInRound(loop.params.get(parameter)) != null;
  }

  private @Nullable Value shadowInRound(Value parameter) {
    for (int i = 0; i < round.args.length; i++)
      if (round.args[i] == parameter) return plan.shadows.of(plan.program.params.get(i));
    return null;
  }

  /** The header's value that a number among the results is, when it carries a derivative. */
  boolean sum(int result) {
    Value r = loop.results()[result];
    if (!r.kind.real() || r.op != Op.PHI) return false;
    Value inside = resultOfRound(r);
    int start = loop.params.indexOf(r.args[header().entryIndex()]);
    return inside != null && plan.active(inside) || start >= 0 && active[start];
  }

  private Loop header() {
    return Objects.requireNonNull(round.block().loop);
  }

  private @Nullable Value resultOfRound(Value phi) {
    Value next = phi.args[header().latchIndex()];
    if (next == round) return plan.program.results()[0];
    return next.op == Op.RESULT && next.args[0] == round
        ? plan.program.results()[Results.index(next)]
        : null;
  }

  String descriptor() {
    StringBuilder s = new StringBuilder("(");
    for (Value p : loop.params) s.append(Code.descriptor(p.kind, p.type));
    for (int i = 0; i < loop.params.size(); i++)
      if (shadowed(i)) s.append(Code.descriptor(Kind.REF, loop.params.get(i).type));
    Value[] r = loop.results();
    for (int i = 0; i < r.length; i++) if (sum(i)) s.append("D");
    return s.append("L").append(Code.STACK).append(";)").append(returned()).toString();
  }

  private String returned() {
    Value[] r = loop.results();
    return r.length == 1 ? Code.descriptor(r[0].kind, null) : "V";
  }

  /** Parameters whose adjoints come back, in order. */
  List<Integer> numbers() {
    List<Integer> n = new ArrayList<>();
    for (int i = 0; i < active.length; i++)
      if (active[i] && loop.params.get(i).kind.real()) n.add(i);
    return n;
  }

  void write(Body body, Pairs pairs) {
    Code code = body.code;
    java.util.Map<Value, Integer> locals = new java.util.HashMap<>();
    for (Value p : loop.params) locals.put(p, code.local(p.kind));
    for (Value p : loop.params) {
      Value s = shadowInRound(p);
      if (s == null) continue;
      int local = code.local(Kind.REF);
      for (int i = 0; i < round.args.length; i++)
        if (round.args[i] == p)
          body.locals.put(plan.shadows.get(plan.program.params.get(i)), local);
    }
    Value[] r = loop.results();
    int[] seeds = new int[r.length];
    for (int i = 0; i < r.length; i++) seeds[i] = sum(i) ? code.local(Kind.DOUBLE) : -1;
    body.open(code.local(Kind.REF));
    int zero = code.local(Kind.DOUBLE);
    code.number(0.0);
    code.store(Kind.DOUBLE, zero);
    RoundsWriter w = new RoundsWriter(this, body, pairs, locals, seedsOfRound(seeds, zero));
    w.write(() -> leave(body, w, seeds));
    code.end();
  }

  /** The locals where the adjoints of a round's numbers lie. */
  private int[] seedsOfRound(int[] seeds, int zero) {
    List<Integer> all = new ArrayList<>();
    Value[] r = loop.results();
    for (Value inside : plan.program.results()) {
      if (!inside.kind.real()) continue;
      int local = zero;
      for (int i = 0; i < r.length; i++)
        if (seeds[i] >= 0 && resultOfRound(r[i]) == inside) local = seeds[i];
      all.add(local);
    }
    return all.stream().mapToInt(i -> i).toArray();
  }

  private void leave(Body body, RoundsWriter w, int[] seeds) {
    Code code = body.code;
    body.save(true);
    Value[] r = loop.results();
    for (int i = 0; i < r.length && r.length > 1; i++) Pairs.put(body, i, r[i].kind, w, r[i]);
    int k = r.length;
    for (int p : numbers()) {
      body.stack();
      code.field(GETFIELD, Code.STACK, "ret", "[D");
      code.number(k++);
      adjoint(body, loop.params.get(p), seeds);
      code.op(DASTORE);
    }
    if (r.length == 1) w.value(r[0]);
    code.op(r.length == 1 ? r[0].kind.returnOpcode() : RETURN);
  }

  /** What a parameter was worth in the rounds, and as the start of a sum. */
  private void adjoint(Body body, Value p, int[] seeds) {
    Code code = body.code;
    code.op(DCONST_0);
    for (int i = 0; i < round.args.length; i++) {
      Value inside = plan.program.params.get(i);
      if (round.args[i] != p || !body.hasAdjoint(inside)) continue;
      code.load(Kind.DOUBLE, body.adjoint(inside));
      code.op(DADD);
    }
    Value[] r = loop.results();
    for (int i = 0; i < r.length; i++) {
      if (seeds[i] < 0) continue;
      if (r[i].args[header().entryIndex()] != p) continue;
      code.load(Kind.DOUBLE, seeds[i]);
      code.op(DADD);
    }
  }
}
