package org.jacobean.autodiff.forward;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Aliases;
import org.jacobean.autodiff.analyze.Inlining;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.emit.Operations;
import org.jacobean.autodiff.emit.Writer;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.ClassVisitor;

/**
 * Methods that compute tangents beside their values, one for each method called and choice of
 * active arguments.
 */
final class Procedures {
  /**
   * Operations of one method. Not tighter: small pieces of second-order code have come out wrong.
   */
  static int limit(int tangents) {
    return 6000 / (1 + tangents);
  }

  private final Methods methods;
  private final ClassVisitor out;
  private final String owner;
  private final Access access;
  private final int count;
  private final Map<String, Procedure> known = new HashMap<>();
  private final Deque<Procedure> unwritten = new ArrayDeque<>();

  Procedures(Methods methods, ClassVisitor out, String owner, Access access, int count) {
    this.methods = methods;
    this.out = out;
    this.owner = owner;
    this.access = access;
    this.count = count;
  }

  /**
   * A method to be written: the program as it was called, and with its tangents once it is written.
   */
  private record Procedure(
      String name, Program program, Activity activity, boolean[] carries, String returned) {}

  /** Replaces an active call by one of its procedure; gives the tangents of what it returns. */
  Map<Value, Value[]> call(Block b, Value v, Tangents caller) {
    boolean[] active = new boolean[v.args.length];
    for (int i = 0; i < active.length; i++) active[i] = caller.has(v.args[i]);
    Procedure p = procedure(v, active, caller);
    List<Value> args = new ArrayList<>(Arrays.asList(v.args));
    for (int i = 0; i < active.length; i++)
      if (p.carries[i]) for (int k = 0; k < count; k++) args.add(caller.tangent(v.args[i], k));
    args.add(caller.work);
    Program body = v.call().body();
    int results = body == null ? (v.kind == Kind.VOID ? 0 : 1) : body.results().length;
    boolean single = v.kind != Kind.VOID;
    Value c = new Value(Op.CALL, INVOKESTATIC, v.kind, args.toArray(new Value[0]));
    c.detail = Invocation.of(INVOKESTATIC, owner, p.name, descriptor(p));
    c.type = v.type;
    b.add(c);
    return single
        ? takeOne(b, v, c, caller)
        : body == null ? Map.of() : takeAll(b, v, results, caller);
  }

  /** The call keeps its identity for those who use it: its value is read from the new call. */
  private Map<Value, Value[]> takeOne(Block b, Value v, Value c, Tangents caller) {
    Map<Value, Value[]> t = new HashMap<>();
    Value[] d = new Value[count];
    boolean wanted = v.kind.real() || caller.carries(v);
    for (int k = 0; k < count && wanted; k++)
      d[k] = Channel.get(b, caller.work, k, v.isRef() ? Kind.REF : Kind.DOUBLE, v.type);
    if (wanted) t.put(v, d);
    caller.replaced(v, v.isRef() ? Channel.cast(b, c, v.type) : c);
    return t;
  }

  private Map<Value, Value[]> takeAll(Block b, Value v, int results, Tangents caller) {
    Map<Value, Value[]> t = new HashMap<>();
    for (Value u : List.copyOf(v.users)) {
      if (u.op != Op.RESULT) continue;
      int i = (Integer) java.util.Objects.requireNonNull(u.detail);
      Value[] d = new Value[count];
      for (int k = 0; k < count && (u.kind.real() || caller.carries(u)); k++)
        d[k] =
            Channel.get(
                b, caller.work, k * results + i, u.isRef() ? Kind.REF : Kind.DOUBLE, u.type);
      if (d[0] != null) t.put(u, d);
      caller.replaced(u, Channel.get(b, caller.work, count * results + i, u.kind, u.type));
    }
    return t;
  }

  private Procedure procedure(Value v, boolean[] active, Tangents caller) {
    int[][] layout = caller.activity().aliases().layout(v.args);
    String key =
        Methods.key(v.call())
            + System.identityHashCode(v.call().body())
            + Arrays.toString(active)
            + Arrays.deepToString(layout);
    Procedure p = known.get(key);
    if (p != null) return p;
    Program program = methods.needed(caller.program(), v);
    boolean[] start = active.clone();
    for (int i = 0; i < start.length; i++) start[i] |= Aliases.isStack(v.args[i]);
    Activity activity = Inlining.run(program, methods, start, layout, limit(count));
    Tangents probe = new Tangents(program, activity, count, this);
    boolean[] carries = new boolean[active.length];
    for (int i = 0; i < carries.length; i++) carries[i] = probe.carries(program.params.get(i));
    Value[] r = program.results();
    String returned =
        r.length != 1
            ? "V"
            : r[0].isRef() ? "Ljava/lang/Object;" : Code.descriptor(r[0].kind, null);
    p =
        new Procedure(
            v.call().name().replaceAll("[^A-Za-z0-9_$]", "_") + "$" + known.size(),
            program,
            activity,
            carries,
            returned);
    known.put(key, p);
    unwritten.add(p);
    return p;
  }

  private String descriptor(Procedure p) {
    StringBuilder s = new StringBuilder("(");
    List<Value> params = p.program.params.subList(0, p.carries.length);
    for (Value v : params) s.append(Code.descriptor(v.kind, v.type));
    for (int i = 0; i < p.carries.length; i++)
      if (p.carries[i])
        s.append(
            (params.get(i).isRef() ? Code.descriptor(Kind.REF, params.get(i).type) : "D")
                .repeat(count));
    return s.append("L").append(Code.STACK).append(";)").append(p.returned).toString();
  }

  /** Writes the method of a program under a name, and everything it calls; gives its descriptor. */
  String write(String name, Program program, Activity activity) {
    Value[] r = program.results();
    boolean[] carries = new boolean[program.params.size()];
    Tangents t = new Tangents(program, activity, count, this);
    for (int i = 0; i < carries.length; i++) carries[i] = t.carries(program.params.get(i));
    String returned =
        r.length != 1
            ? "V"
            : r[0].isRef() ? "Ljava/lang/Object;" : Code.descriptor(r[0].kind, null);
    Procedure p = new Procedure(name, program, activity, carries, returned);
    String descriptor = descriptor(p);
    write(p, ACC_PUBLIC);
    while (!unwritten.isEmpty()) write(unwritten.poll(), ACC_PRIVATE);
    return descriptor;
  }

  private void write(Procedure p, int visibility) {
    String descriptor = descriptor(p);
    Tangents t = new Tangents(p.program, p.activity, count, this);
    t.add();
    Code code = new Code(out.visitMethod(visibility | ACC_STATIC, p.name, descriptor, null, null));
    Map<Value, Integer> locals = new HashMap<>();
    for (Value v : p.program.params) locals.put(v, code.local(v.kind));
    Writer w = new Writer(p.program, code, new Operations(code, access), locals);
    w.write(
        () -> {
          Value[] r = p.program.results();
          if (r.length == 1) w.value(r[0]);
          code.op(r.length == 1 ? r[0].kind.returnOpcode() : RETURN);
        });
    code.end();
  }
}
