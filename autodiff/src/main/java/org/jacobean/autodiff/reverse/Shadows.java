package org.jacobean.autodiff.reverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Beside every active array a shadow of its shape, where adjoints are gathered; shadows are values
 * like any other.
 */
final class Shadows {
  private final Activity activity;
  private final Map<Value, Value> of = new HashMap<>();
  private final Set<Value> all = new HashSet<>();

  Shadows(Program program, Activity activity) {
    this.activity = activity;
    for (Block b : program.blocks) insert(b);
    for (Value v : List.copyOf(of.keySet())) connect(v);
    program.linkUsers();
    for (Block b : program.blocks)
      for (Value v : b.body) if (activity.activeCall(v)) used(v, v.args);
    used(program.exit.end(), program.results());
  }

  /** A call takes the shadows of its arguments too, and the end those of the results. */
  private void used(Value by, Value[] values) {
    for (Value a : values) {
      Value s = of.get(a);
      if (s != null) s.users.add(by);
    }
  }

  @Nullable Value of(Value v) {
    return of.get(v);
  }

  /** The shadow of a value known to have one. */
  @SuppressWarnings("NullAway")
  Value get(Value v) {
    return of.get(v);
  }

  boolean isShadow(Value v) {
    return all.contains(v);
  }

  /** Whether a store's element has an adjoint in a shadow. */
  boolean active(Value store) {
    return !isShadow(store) && Reals.element(store) && of.containsKey(store.args[0]);
  }

  private void insert(Block b) {
    for (Value p : List.copyOf(b.phis)) if (needs(p)) b.addPhi(shadow(p, Op.PHI));
    List<Value> body = b.body;
    b.body = new ArrayList<>();
    for (Value v : body) {
      b.add(v);
      if (v.op == Op.STORE && v.args[2].isRef() && needs(v.args[0]))
        b.add(register(v, new Value(Op.STORE, v.opcode, Kind.VOID)));
      else if (needs(v)) make(b, v);
    }
  }

  private boolean needs(Value v) {
    if (!v.isRef() || !activity.activeArray(v)) return false;
    if (v.op == Op.CONST || Reals.array(v.type)) return true;
    throw activity.refuse(
        v,
        "An array of active values kept as " + v.type,
        "only arrays declared as double[] or float[] of any depth are followed",
        "declare it as the array it is");
  }

  private Value register(Value v, Value shadow) {
    shadow.type = v.type;
    shadow.line = v.line;
    of.put(v, shadow);
    all.add(shadow);
    if (v.isRef()) activity.aliases().adopt(shadow, v);
    return shadow;
  }

  private Value shadow(Value v, Op op) {
    Value s = new Value(op, v.opcode, Kind.REF);
    s.detail = v.detail;
    return register(v, s);
  }

  private void make(Block b, Value v) {
    switch (v.op) {
      case PARAM, NEW_ARRAY, LOAD, CHECK_CAST, CONST -> b.add(shadow(v, v.op));
      case CALL, RESULT -> fromCall(b, v);
      default -> throw foreign(v);
    }
  }

  private void fromCall(Block b, Value v) {
    Value call = v.op == Op.RESULT ? v.args[0] : v;
    if (activity.activeCall(call)) {
      Value s = shadow(v, Op.RESULT);
      s.detail = Results.shadowIndex(call, v);
      b.add(s);
    } else if (!activity.aliases().foreign(v)) {
      b.add(zeros(b, v));
    } else {
      throw foreign(v);
    }
  }

  /** The shadow of a new array some constant method made. */
  private Value zeros(Block b, Value v) {
    Value none = b.add(new Value(Op.CONST, Kind.REF));
    Value made = b.add(new Value(Op.CALL, Opcodes.INVOKESTATIC, Kind.REF, none, v));
    made.detail =
        Invocation.of(
            Opcodes.INVOKESTATIC,
            "org/jacobean/autodiff/runtime/Memory",
            "shadow",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    made.type = "Ljava/lang/Object;";
    Value s = new Value(Op.CHECK_CAST, Opcodes.CHECKCAST, Kind.REF, made);
    s.detail = v.type;
    return register(v, s);
  }

  private RuntimeException foreign(Value v) {
    return activity.refuse(
        v,
        v.op == Op.CALL ? "`" + v.call().source() + "`" : "An array from a field",
        "active values are stored into an array that lives outside the function",
        "store them into an array made inside it, or pass the array as a parameter");
  }

  private void connect(Value v) {
    Value s = get(v);
    switch (v.op) {
      case PHI, CHECK_CAST -> s.args = shadows(v.args);
      case LOAD -> s.args = new Value[] {get(v.args[0]), v.args[1]};
      case STORE -> s.args = new Value[] {get(v.args[0]), v.args[1], get(v.args[2])};
      case NEW_ARRAY -> s.args = v.args.clone();
      case CALL -> {
        if (s.op == Op.RESULT) s.args = new Value[] {v};
      }
      case RESULT -> s.args = v.args.clone();
      default -> {}
    }
    for (Value a : s.args)
      if (a == null)
        throw activity.refuse(
            v, "An array", "its shadow cannot be followed", "write it more plainly");
  }

  private Value[] shadows(Value[] a) {
    Value[] r = new Value[a.length];
    for (int i = 0; i < r.length; i++) r[i] = get(a[i]);
    return r;
  }
}
