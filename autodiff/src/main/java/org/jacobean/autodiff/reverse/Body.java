package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.emit.Operations;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/** One generated method: the locals of its values and its hold on the value stack. */
final class Body {
  final Plan plan;
  final Code code;
  final Operations operations;
  final Map<Value, Integer> locals = new HashMap<>();
  private final Map<Value, Integer> adjoints = new HashMap<>();
  private int stack;
  private final int[] arrays = new int[3];
  private final int[] pointers = new int[3];
  private static final String[] ARRAY = {"d", "i", "o"};
  private static final String[] POINTER = {"dp", "ip", "op"};
  private static final String[] TYPE = {"[D", "[I", "[Ljava/lang/Object;"};

  Body(Plan plan, Code code, Access access) {
    this.plan = plan;
    this.code = code;
    operations = new Operations(code, access);
  }

  /** Takes the value stack, whose reference lies in a local, into hand. */
  void open(int stackLocal) {
    stack = stackLocal;
    for (int k = 0; k < 3; k++) {
      arrays[k] = code.local(Kind.REF);
      pointers[k] = code.local(Kind.INT);
    }
    reload(true);
  }

  void stack() {
    code.load(Kind.REF, stack);
  }

  /** Reads the stack's state, after somebody else had it. */
  void reload(boolean arraysToo) {
    for (int k = 0; k < 3; k++) {
      if (arraysToo) {
        stack();
        code.field(GETFIELD, Code.STACK, ARRAY[k], TYPE[k]);
        code.store(Kind.REF, arrays[k]);
      }
      stack();
      code.field(GETFIELD, Code.STACK, POINTER[k], "I");
      code.store(Kind.INT, pointers[k]);
    }
  }

  /** Writes the stack's state back, before somebody else gets it. */
  void save(boolean arraysToo) {
    for (int k = 0; k < 3; k++) {
      if (arraysToo) {
        stack();
        code.load(Kind.REF, arrays[k]);
        code.field(PUTFIELD, Code.STACK, ARRAY[k], TYPE[k]);
      }
      stack();
      code.load(Kind.INT, pointers[k]);
      code.field(PUTFIELD, Code.STACK, POINTER[k], "I");
    }
  }

  private static int which(Kind k) {
    return k == Kind.INT ? 1 : k == Kind.REF ? 2 : 0;
  }

  void ensure(Kind kind, int n) {
    if (n == 0) return;
    int k = which(kind);
    Label enough = new Label();
    code.load(Kind.INT, pointers[k]);
    code.number(n);
    code.op(IADD);
    code.load(Kind.REF, arrays[k]);
    code.op(ARRAYLENGTH);
    code.jump(IF_ICMPLE, enough);
    code.load(Kind.REF, arrays[k]);
    code.load(Kind.INT, pointers[k]);
    code.number(n);
    code.op(IADD);
    code.callStatic(Code.STACK, "grow", "(" + TYPE[k] + "I)" + TYPE[k]);
    code.store(Kind.REF, arrays[k]);
    code.label(enough);
  }

  /** Pushes what the body leaves on the operand stack; room was made before. */
  void push(Kind kind, Runnable body) {
    int k = which(kind);
    code.load(Kind.REF, arrays[k]);
    code.load(Kind.INT, pointers[k]);
    code.out.visitIincInsn(pointers[k], 1);
    body.run();
    if (kind == Kind.FLOAT) code.op(F2D);
    if (kind == Kind.LONG) code.callStatic(Code.STACK, "bits", "(J)D");
    code.op(k == 0 ? DASTORE : k == 1 ? IASTORE : AASTORE);
  }

  void pop(Kind kind, @Nullable String type) {
    int k = which(kind);
    code.out.visitIincInsn(pointers[k], -1);
    code.load(Kind.REF, arrays[k]);
    code.load(Kind.INT, pointers[k]);
    code.op(k == 0 ? DALOAD : k == 1 ? IALOAD : AALOAD);
    if (kind == Kind.FLOAT) code.op(D2F);
    if (kind == Kind.LONG) code.callStatic(Code.STACK, "bits", "(D)J");
    if (kind == Kind.REF) code.cast(type);
  }

  void pushAll(List<Value> values) {
    int[] n = new int[3];
    for (Value v : values) n[which(v.kind)]++;
    ensure(Kind.DOUBLE, n[0]);
    ensure(Kind.INT, n[1]);
    ensure(Kind.REF, n[2]);
    for (Value v : values) push(v.kind, () -> code.load(v.kind, local(v)));
  }

  void popAll(List<Value> values) {
    for (int i = values.size() - 1; i >= 0; i--) {
      Value v = values.get(i);
      pop(v.kind, v.type);
      code.store(v.kind, local(v));
    }
  }

  int local(Value v) {
    return locals.computeIfAbsent(v, q -> code.local(q.kind));
  }

  /** The local that gathers a number's adjoint. */
  int adjoint(Value v) {
    return adjoints.computeIfAbsent(v, q -> code.local(Kind.DOUBLE));
  }

  boolean hasAdjoint(Value v) {
    return adjoints.containsKey(v);
  }

  /**
   * Whether all uses of a number lie in its own block, so that its adjoint is complete when its
   * turn comes.
   */
  boolean withinBlock(Value v) {
    if (plan.held.loop(v) != null) return false;
    for (Value u : v.users)
      if (u.callsRounds() || u.block() != v.block() || u.op == org.jacobean.autodiff.lift.Op.PHI)
        return false;
    return v.op != org.jacobean.autodiff.lift.Op.PARAM;
  }

  /** Joins of branches push which way was come; loops know it from their counter. */
  static boolean recordsWay(Block b) {
    return b.preds.size() > 1 && !b.isHeader();
  }

  /** Counters of an inner loop that its next run will overwrite: pushed when it is entered. */
  List<Value> countersLost(Block from, Block to) {
    Loop l = to.loop;
    if (l == null || l.header != to || l.preheader != from || from.loop == null) return List.of();
    List<Value> lost = new java.util.ArrayList<>(plan.last.getOrDefault(l, List.of()));
    for (Value p : l.inductions)
      if (plan.kept.contains(p) && !plan.endings.known(l, p)) lost.add(p);
    return lost;
  }

  /** Zeros in every local that a path may leave unset. */
  void clearLocals() {
    for (Value v : plan.kept)
      if (v.op != org.jacobean.autodiff.lift.Op.PARAM && !locals.containsKey(v)) {
        code.zero(v.kind);
        code.store(v.kind, local(v));
      }
  }

  void clearAdjoints() {
    plan.program.forEach(
        v -> {
          if (!plan.active(v) || withinBlock(v) || hasAdjoint(v)) return;
          code.op(DCONST_0);
          code.store(Kind.DOUBLE, adjoint(v));
        });
  }

  boolean activeCall(Value v) {
    return plan.activity.activeCall(v);
  }

  boolean real(Value v) {
    return v.kind.real() && Reals.rule(v) != null;
  }
}
