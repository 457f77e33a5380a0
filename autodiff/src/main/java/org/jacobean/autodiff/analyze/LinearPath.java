package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a number comes to a function's result, where that is only by sums and constant factors: then
 * its adjoint is known before anything after it has been computed.
 */
public final class LinearPath {
  private static final int DEEPEST = 6;
  private final Program program;
  private final Activity activity;

  public LinearPath(Program program, Activity activity) {
    this.program = program;
    this.activity = activity;
  }

  /** An operation on the way, and at which of its arguments the way comes in. */
  public record Step(Value op, int at) {
    /** What the number is multiplied or divided by here. */
    public @Nullable Value factor() {
      return op.op == Op.MUL || op.op == Op.DIV ? op.args[1 - at] : null;
    }
  }

  /**
   * The operations on the way, first to last; null when there is another way or none.
   *
   * @param skip a loop whose uses of the number do not count
   */
  public @Nullable List<Step> from(Value start, @Nullable Loop skip) {
    List<Step> steps = new ArrayList<>();
    Value v = start;
    while (true) {
      Value u = onlyUser(v, skip);
      if (u == null) return null;
      if (u == program.exit.end()) return steps;
      if (u.block().loop != null) return null;
      if (u.callsRounds()) u = sumGoingOn(u, v);
      else if (passes(u, v)) steps.add(new Step(u, u.args[0] == v ? 0 : 1));
      else return null;
      if (u == null) return null;
      v = u;
    }
  }

  private @Nullable Value onlyUser(Value v, @Nullable Loop skip) {
    Value only = null;
    for (Value u : v.users) {
      if (skip != null && skip.blocks.contains(u.block()) || !matters(u)) continue;
      if (only != null) return null;
      only = u;
    }
    return only;
  }

  /** Whether a derivative passes through a use of an active number. */
  boolean matters(Value u) {
    if (u.op == Op.STORE) return activity.activeArray(u.args[0]);
    if (u.op == Op.CALL && !u.isMath()) return activity.activeCall(u);
    if (u.op == Op.RETURN) return true;
    return u.kind.real() && activity.active(u);
  }

  private boolean passes(Value u, Value v) {
    int at = u.args[0] == v ? 0 : 1;
    return switch (u.op) {
      case NEG, CAST -> true;
      case ADD, SUB -> u.args[0] != u.args[1];
      case MUL -> constant(u.args[1 - at]);
      case DIV -> at == 0 && constant(u.args[1]);
      default -> false;
    };
  }

  private boolean constant(Value v) {
    return !activity.varied(v) && early(v, 0);
  }

  /** Whether it can be computed from parameters alone. */
  private static boolean early(Value v, int depth) {
    if (v.isConst() || v.op == Op.PARAM) return true;
    boolean pure = v.op.arithmetic() || v.op == Op.CAST || v.op == Op.LENGTH;
    if (!pure || depth > DEEPEST) return false;
    for (Value a : v.args) if (!early(a, depth + 1)) return false;
    return true;
  }

  /** The sum of a later loop that starts from the value given to it. */
  private static @Nullable Value sumGoingOn(Value call, Value v) {
    Invocation c = call.call();
    Program body = java.util.Objects.requireNonNull(c.body());
    int at = List.of(call.args).indexOf(v);
    if (List.of(call.args).lastIndexOf(v) != at) return null;
    Value p = body.params.get(at);
    if (p.users.size() != 1 || p.users.get(0).op != Op.PHI) return null;
    int index = List.of(body.results()).indexOf(p.users.get(0));
    if (index < 0) return null;
    if (body.results().length == 1) return call;
    for (Value u : call.users)
      if (u.op == Op.RESULT && Integer.valueOf(index).equals(u.detail)) return u;
    return null;
  }
}
