package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Inlining;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.emit.Writer;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;

/**
 * The methods called by differentiated code, each written as a {@link Pair} into the same class.
 */
final class Pairs {
  /** Operations of one method differentiated: their two halves come to some 4,000 bytes each. */
  private static final int LIMIT = 300;

  private final Methods methods;
  private final ClassVisitor out;
  private final String owner;
  private final Access access;
  private final Map<String, Pair> known = new HashMap<>();
  private final Map<Value, Rounds> rounds = new LinkedHashMap<>();
  private final Deque<Pair> unwritten = new ArrayDeque<>();

  Pairs(Methods methods, ClassVisitor out, String owner, Access access) {
    this.methods = methods;
    this.out = out;
    this.owner = owner;
    this.access = access;
  }

  String owner() {
    return owner;
  }

  /**
   * The pair for a call, for the arguments that are active there and the arrays that are one there.
   */
  Pair pair(Value call, Plan caller) {
    boolean[] active = active(call, caller);
    int[][] layout = caller.activity.aliases().layout(call.args);
    String key =
        Methods.key(call.call())
            + System.identityHashCode(call.call().body())
            + Arrays.toString(active)
            + Arrays.deepToString(layout);
    Pair p = known.get(key);
    if (p == null) {
      p = make(call, caller, active, layout);
      known.put(key, p);
      unwritten.add(p);
    }
    return p;
  }

  /** The loop a call names, whose rounds are run backwards one by one. */
  Rounds rounds(Value call, Plan caller) {
    Rounds known = rounds.get(call);
    if (known != null) return known;
    Program loop = Objects.requireNonNull(call.call().body());
    boolean[] active = active(call, caller);
    boolean[] inside = Rounds.activeInRound(loop, active);
    int[][] layout = Rounds.layoutOfRound(loop, caller.activity.aliases().layout(call.args));
    Program round = Objects.requireNonNull(Objects.requireNonNull(loop.round).call().body());
    Activity activity = Inlining.run(round, methods, inside, layout, LIMIT);
    String name = call.call().name().replaceAll("[^A-Za-z0-9_$]", "_") + "$" + rounds.size();
    Rounds r = new Rounds(name, loop, active, new Plan(round, activity, true));
    rounds.put(call, r);
    return r;
  }

  private static boolean[] active(Value call, Plan caller) {
    boolean[] active = new boolean[call.args.length];
    for (int i = 0; i < active.length; i++) {
      Value a = call.args[i];
      active[i] = a.kind.real() ? caller.active(a) : caller.shadows.of(a) != null;
    }
    return active;
  }

  private Pair make(Value call, Plan caller, boolean[] active, int[][] layout) {
    Program program = methods.needed(caller.program, call);
    Activity activity = Inlining.run(program, methods, active, layout, LIMIT);
    String name = call.call().name().replaceAll("[^A-Za-z0-9_$]", "_") + "$" + known.size();
    return new Pair(name, new Plan(program, activity, false), active);
  }

  /** The numbers among a call's results in order; null where one is not used. */
  List<@Nullable Value> results(Value call) {
    List<@Nullable Value> all = new ArrayList<>();
    if (call.call().body() == null) {
      if (call.kind.real()) all.add(call);
      return all;
    }
    Value[] inside = call.call().body().results();
    for (int i = 0; i < inside.length; i++) if (inside[i].kind.real()) all.add(user(call, i));
    return all;
  }

  private static @Nullable Value user(Value call, int index) {
    if (Results.count(call) == 1 && call.kind != Kind.VOID) return call;
    for (Value u : call.users) if (u.op == Op.RESULT && Results.index(u) == index) return u;
    return null;
  }

  void writeAll() {
    for (Rounds r : rounds.values()) {
      Code code =
          new Code(out.visitMethod(ACC_PRIVATE | ACC_STATIC, r.name, r.descriptor(), null, null));
      r.write(new Body(r.plan, code, access), this);
    }
    while (!unwritten.isEmpty()) {
      Pair p = unwritten.poll();
      forward(p);
      backward(p);
    }
  }

  private Body start(Pair p, String name, String descriptor) {
    return new Body(
        p.plan,
        new Code(out.visitMethod(ACC_PRIVATE | ACC_STATIC, name, descriptor, null, null)),
        access);
  }

  private void forward(Pair p) {
    Body b = start(p, p.forwardName(), p.forwardDescriptor());
    for (Value v : p.program().params) b.local(v);
    for (Value v : p.program().params)
      if (p.plan.shadows.of(v) != null) b.local(p.plan.shadows.get(v));
    b.open(b.code.local(Kind.REF));
    b.clearLocals();
    PrimalHalf half = new PrimalHalf(b, this);
    half.write(() -> leave(p, b, half));
    b.code.end();
  }

  private static void leave(Pair p, Body b, PrimalHalf half) {
    b.pushAll(frame(p));
    b.save(true);
    Value[] r = p.program().results();
    for (int i = 0; i < r.length; i++) {
      if (r.length > 1) put(b, i, r[i].kind, half, r[i]);
      Value s = p.plan.shadows.of(r[i]);
      if (s != null) put(b, r.length + i, Kind.REF, half, s);
    }
    if (r.length == 1) half.value(r[0]);
    b.code.op(p.returns().returnOpcode());
  }

  static void put(Body b, int index, Kind kind, Writer half, Value v) {
    b.stack();
    String[] f =
        kind == Kind.INT
            ? new String[] {"iret", "[I"}
            : kind == Kind.REF
                ? new String[] {"oret", "[Ljava/lang/Object;"}
                : new String[] {"ret", "[D"};
    b.code.field(GETFIELD, Code.STACK, f[0], f[1]);
    b.code.number(index);
    half.value(v);
    if (kind == Kind.FLOAT) b.code.op(F2D);
    if (kind == Kind.LONG) b.code.callStatic(Code.STACK, "bits", "(J)D");
    b.code.op(kind == Kind.INT ? IASTORE : kind == Kind.REF ? AASTORE : DASTORE);
  }

  /**
   * Values the backward half finds on the stack: those kept, but for parameters it is given again.
   */
  private static List<Value> frame(Pair p) {
    List<Value> l = new ArrayList<>(p.plan.kept);
    l.removeIf(v -> v.op == Op.PARAM && !v.kind.real());
    return l;
  }

  private void backward(Pair p) {
    Body b = start(p, p.backwardName(), p.backwardDescriptor());
    for (Value v : p.program().params) if (!v.kind.real()) b.local(v);
    for (Value v : p.program().params)
      if (p.plan.shadows.of(v) != null) b.local(p.plan.shadows.get(v));
    Value[] r = p.program().results();
    int[] seeds = new int[(int) Arrays.stream(r).filter(v -> v.kind.real()).count()];
    for (int i = 0; i < seeds.length; i++) seeds[i] = b.code.local(Kind.DOUBLE);
    b.open(b.code.local(Kind.REF));
    b.popAll(frame(p));
    for (Value v : p.plan.stacked)
      if (!b.locals.containsKey(v)) {
        b.code.zero(v.kind);
        b.code.store(v.kind, b.local(v));
      }
    b.clearAdjoints();
    new AdjointHalf(b, this).write(seeds, () -> finish(p, b));
    b.code.end();
  }

  private static void finish(Pair p, Body b) {
    int k = 0;
    for (int i = 0; i < p.active.length; i++) {
      Value v = p.program().params.get(i);
      if (!p.active[i] || !v.kind.real()) continue;
      b.stack();
      b.code.field(GETFIELD, Code.STACK, "ret", "[D");
      b.code.number(k++);
      if (b.hasAdjoint(v)) b.code.load(Kind.DOUBLE, b.adjoint(v));
      else b.code.op(DCONST_0);
      b.code.op(DASTORE);
    }
    b.save(false);
    b.code.op(RETURN);
  }
}
