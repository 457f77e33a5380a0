package org.jacobean.autodiff.reverse;

import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;

/**
 * A called method as two: its forward sweep and its sweep backwards, for one choice of active
 * arguments.
 */
final class Pair {
  private final String name;
  final Plan plan;
  final boolean[] active;

  Pair(String name, Plan plan, boolean[] active) {
    this.name = name;
    this.plan = plan;
    this.active = active;
  }

  Program program() {
    return plan.program;
  }

  String forwardName() {
    return name + "$forward";
  }

  String backwardName() {
    return name + "$backward";
  }

  /** Whether a parameter comes with its shadow. */
  boolean shadowed(int parameter) {
    return plan.shadows.of(program().params.get(parameter)) != null;
  }

  /** The result as a return value, when there is exactly one. */
  Kind returns() {
    Value[] r = program().results();
    return r.length == 1 ? r[0].kind : Kind.VOID;
  }

  String forwardDescriptor() {
    StringBuilder s = new StringBuilder("(");
    for (Value p : program().params) s.append(Code.descriptor(p.kind, p.type));
    shadows(s);
    Value[] r = program().results();
    return s.append(")").append(r.length == 1 ? result(r[0]) : "V").toString();
  }

  private static String result(Value r) {
    return r.kind == Kind.REF ? "Ljava/lang/Object;" : Code.descriptor(r.kind, null);
  }

  /**
   * References and whole numbers again, shadows, an adjoint for each number among the results, the
   * stack.
   */
  String backwardDescriptor() {
    StringBuilder s = new StringBuilder("(");
    for (Value p : program().params) if (!p.kind.real()) s.append(Code.descriptor(p.kind, p.type));
    shadowsOf(s);
    for (Value r : program().results()) if (r.kind.real()) s.append("D");
    return s.append("L").append(Code.STACK).append(";)V").toString();
  }

  private void shadows(StringBuilder s) {
    shadowsOf(s);
    s.append("L").append(Code.STACK).append(";");
  }

  private void shadowsOf(StringBuilder s) {
    for (int i = 0; i < program().params.size(); i++) {
      Value p = program().params.get(i);
      if (shadowed(i)) s.append(Code.descriptor(p.kind, p.type));
    }
  }
}
