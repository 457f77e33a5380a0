package org.jacobean.autodiff.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Aliases;
import org.jacobean.autodiff.analyze.Crossings;
import org.jacobean.autodiff.analyze.Partial;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Replacements;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.Opcodes;

/**
 * Adds to a program, beside every active number, its derivatives in one or several directions, as
 * further values of the same program: afterwards it computes both.
 */
final class Tangents {
  private final Program program;
  private final Activity activity;
  private final int count;
  private final Procedures procedures;
  private final Map<Value, Value[]> tangents = new HashMap<>();
  private final Partial partial;
  private final Replacements replacements;

  /** Parameters added: for each active parameter its tangents, in order. */
  final List<Value> added = new ArrayList<>();

  /** The value stack through which calls hand tangents back. */
  final Value work = new Value(Op.PARAM, Kind.REF);

  Tangents(Program program, Activity activity, int count, Procedures procedures) {
    this.program = program;
    this.activity = activity;
    this.count = count;
    this.procedures = procedures;
    partial = new Partial(activity);
    replacements = new Replacements(program);
    work.type = "Lorg/jacobean/autodiff/runtime/ValueStack;";
  }

  void add() {
    for (Value p : program.params) if (carries(p)) parameter(p);
    for (Block b : program.blocks) for (Value p : List.copyOf(b.phis)) if (carries(p)) phi(b, p);
    for (Block b : program.blocks) {
      List<Value> old = b.body;
      b.body = new ArrayList<>();
      if (b == program.entry) enter(b, old);
      for (Value v : old) if (v.op != Op.PARAM) extend(b, v);
    }
    for (Block b : program.blocks) for (Value p : List.copyOf(b.phis)) connect(p);
    program.params.addAll(added);
    program.params.add(work);
    returnTangents();
    replacements.apply();
    program.linkUsers();
  }

  private void enter(Block b, List<Value> old) {
    for (Value p : old) if (p.op == Op.PARAM) b.add(p);
    added.forEach(b::add);
    b.add(work);
  }

  /**
   * Whether a value has tangents: an active number, an array of them, or the stack of generated
   * code.
   */
  boolean carries(Value v) {
    if (v.kind.real()) return activity.varied(v);
    if (!v.isRef() || v.isConst()) return false;
    if (Aliases.isStack(v)) return true;
    return activity.activeArray(v)
        && (Reals.array(v.type) || v.type == null || v.type.endsWith("Ljava/lang/Object;"));
  }

  private void parameter(Value p) {
    Value[] t = new Value[count];
    for (int k = 0; k < count; k++) {
      t[k] = new Value(Op.PARAM, p.isRef() ? Kind.REF : Kind.DOUBLE);
      t[k].type = p.isRef() ? p.type : "D";
      added.add(t[k]);
    }
    tangents.put(p, t);
  }

  private void phi(Block b, Value p) {
    Value[] t = new Value[count];
    for (int k = 0; k < count; k++) {
      t[k] = b.addPhi(new Value(Op.PHI, p.isRef() ? Kind.REF : Kind.DOUBLE));
      t[k].type = p.isRef() ? p.type : null;
    }
    tangents.put(p, t);
  }

  private void connect(Value p) {
    Value[] t = tangents.get(p);
    if (t == null) return;
    for (int k = 0; k < count; k++) {
      t[k].args = new Value[p.args.length];
      for (int i = 0; i < p.args.length; i++) t[k].args[i] = tangent(p.args[i], k);
    }
  }

  /** A value that is read in another way now. */
  void replaced(Value old, Value now) {
    replacements.put(old, now);
  }

  static Value number(double c) {
    Value v = new Value(Op.CONST, Kind.DOUBLE);
    v.detail = c;
    return v;
  }

  boolean has(Value v) {
    return tangents.containsKey(v);
  }

  /**
   * The tangent of a value: zero for a double or float without one, itself for anything else
   * without.
   */
  Value tangent(Value v, int k) {
    Value[] t = tangents.get(v);
    return t != null ? t[k] : v.kind.real() ? number(0) : v;
  }

  // ---- operations

  private void extend(Block b, Value v) {
    if (activity.activeCall(v)) {
      tangents.putAll(procedures.call(b, v, this));
      return;
    }
    if (Crossings.in(v)) {
      enter(b, v);
      return;
    }
    if (v.op == Op.RESULT) return; // read where its call was replaced
    b.add(v);
    if (v.op == Op.STORE) store(b, v);
    else if (v.op == Op.PUT_FIELD && has(v.args[0]))
      each(k -> b.add(v.copy(tangent(v.args[0], k), tangent(v.args[1], k))));
    else if (carries(v)) tangents.put(v, v.isRef() ? reference(b, v) : real(b, v));
  }

  /** A number with tangents becomes a value with tangents. */
  private void enter(Block b, Value v) {
    b.add(v);
    if (!has(v.args[1])) return;
    Value with = v;
    for (int k = 0; k < count; k++) {
      Value next = new Value(Op.CALL, Opcodes.INVOKESTATIC, Kind.REF, with, tangent(v.args[1], k));
      next.detail = Crossings.border("with", "(" + Crossings.VALUE + "D)" + Crossings.VALUE);
      next.type = Crossings.VALUE;
      with = b.add(next);
    }
  }

  private Value[] leave(Block b, Value v) {
    Value[] t = new Value[count];
    each(
        k -> {
          Value direction = new Value(Op.CONST, Kind.INT);
          direction.detail = k;
          t[k] = new Value(Op.CALL, Opcodes.INVOKESTATIC, Kind.DOUBLE, v.args[0], direction);
          t[k].detail = Crossings.border("tangent", "(" + Crossings.VALUE + "I)D");
          b.add(t[k]);
        });
    return t;
  }

  private interface ForTangent {
    void at(int k);
  }

  private void each(ForTangent f) {
    for (int k = 0; k < count; k++) f.at(k);
  }

  private void store(Block b, Value v) {
    Value content = v.args[2];
    if (!has(v.args[0]) || !(content.kind.real() || content.isRef())) return;
    each(
        k -> {
          Value t = tangent(content, k);
          if (v.opcode == Opcodes.FASTORE)
            t = b.add(new Value(Op.CAST, Opcodes.D2F, Kind.FLOAT, t));
          b.add(new Value(Op.STORE, v.opcode, Kind.VOID, tangent(v.args[0], k), v.args[1], t));
        });
  }

  private Value[] reference(Block b, Value v) {
    Value[] t = new Value[count];
    each(
        k -> {
          Value[] a = v.args.clone();
          if (a.length > 0 && v.op != Op.NEW_ARRAY) a[0] = tangent(a[0], k);
          switch (v.op) {
            case NEW_ARRAY, CHECK_CAST, LOAD -> t[k] = b.add(v.copy(a));
            case GET_FIELD -> {
              if (!has(v.args[0])) throw foreign(v);
              t[k] = b.add(v.copy(a));
            }
            case CALL -> {
              if (Aliases.grows(v)) t[k] = b.add(v.copy(a));
              else if (!activity.aliases().foreign(v)) t[k] = zeros(b, v);
              else throw foreign(v);
            }
            default -> throw foreign(v);
          }
        });
    return t;
  }

  /** The tangent of a new array some constant method made. */
  private static Value zeros(Block b, Value v) {
    Value none = b.add(new Value(Op.CONST, Kind.REF));
    Value made = b.add(new Value(Op.CALL, Opcodes.INVOKESTATIC, Kind.REF, none, v));
    made.detail =
        Invocation.of(
            Opcodes.INVOKESTATIC,
            "org/jacobean/autodiff/runtime/Memory",
            "shadow",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    made.type = "Ljava/lang/Object;";
    return Channel.cast(b, made, v.type);
  }

  private RuntimeException foreign(Value v) {
    return activity.refuse(
        v,
        v.op == Op.CALL ? "`" + v.call().source() + "`" : "An array from a field",
        "active values are stored into an array that lives outside the function",
        "store them into an array made inside it, or pass the array as a parameter");
  }

  private Value[] real(Block b, Value v) {
    if (Crossings.out(v)) return leave(b, v);
    Value[] t = new Value[count];
    if (v.op == Op.LOAD) {
      each(
          k -> {
            Value x = b.add(new Value(Op.LOAD, v.opcode, v.kind, tangent(v.args[0], k), v.args[1]));
            t[k] =
                v.kind == Kind.FLOAT ? b.add(new Value(Op.CAST, Opcodes.F2D, Kind.DOUBLE, x)) : x;
          });
      return t;
    }
    if (Reals.rule(v) == null)
      throw activity.refuse(
          v, "An operation on an active value", "it has no rule", "write it with arithmetic");
    Products products = new Products(b, v, partial, count > 1);
    each(k -> t[k] = products.sum(a -> has(a) ? tangent(a, k) : null));
    return t;
  }

  /**
   * Tangents of the results leave through the value stack: direction by direction, result by
   * result.
   */
  private void returnTangents() {
    Value[] r = program.results();
    Block b = program.exit;
    boolean several = r.length > 1;
    for (int i = 0; i < r.length; i++) {
      if (several) Channel.put(b, work, count * r.length + i, r[i]);
      for (int k = 0; k < count; k++)
        if (r[i].kind.real() || r[i].isRef())
          Channel.put(b, work, k * r.length + i, resultTangent(r[i], k));
    }
    if (!several) return;
    Value end = new Value(Op.RETURN, Kind.VOID);
    b.end(end);
  }

  /** An array result without tangent says so by null. */
  private Value resultTangent(Value r, int k) {
    if (!r.isRef() || has(r)) return tangent(r, k);
    return new Value(Op.CONST, Kind.REF);
  }

  int count() {
    return count;
  }

  Activity activity() {
    return activity;
  }

  Program program() {
    return program;
  }

  Value[] all(Value v) {
    Value[] t = new Value[count];
    for (int k = 0; k < count; k++) t[k] = tangent(v, k);
    return t;
  }
}
