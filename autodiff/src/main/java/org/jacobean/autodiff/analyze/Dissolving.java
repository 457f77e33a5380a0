package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Replacements;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Does away with objects a program only looks into: records become their components, boxes their
 * numbers, lambdas calls.
 */
final class Dissolving {
  private final Program program;
  private final Records records;
  private Replacements replaced;
  private boolean changed;

  private Dissolving(Program program, Records records) {
    this.program = program;
    this.records = records;
    replaced = new Replacements(program);
  }

  /** Tells whether anything changed; the program must be settled then. */
  static boolean run(Program program, Records records) {
    Dissolving d = new Dissolving(program, records);
    boolean any = false;
    do {
      d.changed = false;
      d.round();
      any |= d.changed;
    } while (d.changed);
    return any;
  }

  private void round() {
    replaced = new Replacements(program);
    program.linkUsers();
    for (Block b : program.blocks) {
      for (Value p : List.copyOf(b.phis)) splitPhi(p);
      for (Value v : List.copyOf(b.body)) look(b, v);
    }
    replaced.apply();
    program.linkUsers();
    for (Block b : program.blocks)
      changed |= b.body.removeIf(v -> v.users.isEmpty() && removable(v));
  }

  private boolean removable(Value v) {
    if (v.op == Op.CONSTRUCT) return records.of(v.type) != null;
    return v.op == Op.CALL && boxes(v);
  }

  private void replace(Value old, Value now) {
    replaced.put(old, now);
    changed = true;
  }

  private void look(Block b, Value v) {
    if (v.op == Op.CHECK_CAST && v.args[0].op != Op.PARAM && sameObject(v)) replace(v, v.args[0]);
    if (v.op == Op.GET_FIELD)
      component(v, ((FieldInsnNode) Objects.requireNonNull(v.detail)).name, v.args[0]);
    if (v.op != Op.CALL || v.call().isStatic() || v.args.length == 0) return;
    Value self = v.args[0];
    if (v.args.length == 1 && self.op == Op.CONSTRUCT) component(v, v.call().name(), self);
    else if (v.args.length == 1 && self.op == Op.CALL && boxes(self) && unboxes(v, self))
      replace(v, self.args[0]);
    else if (self.op == Op.DYNAMIC)
      direct(b, v, (InvokeDynamicInsnNode) Objects.requireNonNull(self.detail));
  }

  private static boolean sameObject(Value cast) {
    Value v = cast.args[0];
    return cast.type != null
        && (v.op == Op.CONSTRUCT || v.op == Op.CALL && boxes(v))
        && cast.type.equals(v.type);
  }

  private static boolean boxes(Value v) {
    return v.call().isStatic()
        && v.call().name().equals("valueOf")
        && v.args.length == 1
        && !v.args[0].isRef()
        && v.call().owner().startsWith("java/lang/");
  }

  private static boolean unboxes(Value v, Value box) {
    return v.call().owner().equals(box.call().owner())
        && v.call().name().endsWith("Value")
        && v.kind == box.args[0].kind;
  }

  private void component(Value v, String name, Value object) {
    Records.Shape shape = object.op == Op.CONSTRUCT ? records.of(object.type) : null;
    int i = shape == null ? -1 : shape.names().indexOf(name);
    if (i >= 0) replace(v, object.args[i]);
  }

  /** A phi of records made in the program becomes a phi for each component. */
  private void splitPhi(Value phi) {
    Records.Shape shape = phi.isRef() ? shapeOf(phi) : null;
    if (shape == null) return;
    List<Value> web = new ArrayList<>();
    if (!collect(phi, web, shape)) return;
    Map<Value, Value> made = new HashMap<>();
    for (Value p : web) made.put(p, construct(p, shape));
    for (Value p : web) {
      Value c = Objects.requireNonNull(made.get(p));
      for (int k = 0; k < c.args.length; k++) {
        c.args[k].args = new Value[p.args.length];
        for (int i = 0; i < p.args.length; i++) {
          Value from = replaced.resolve(p.args[i]);
          c.args[k].args[i] = made.getOrDefault(p.args[i], from).args[k];
        }
      }
    }
    made.forEach(this::replace);
  }

  private Records.@Nullable Shape shapeOf(Value phi) {
    for (Value a : phi.args) if (a.op == Op.CONSTRUCT) return records.of(a.type);
    return null;
  }

  private boolean collect(Value v, List<Value> web, Records.Shape shape) {
    if (web.contains(v)) return true;
    if (v.op == Op.CONSTRUCT)
      return v.args.length == shape.names().size() && records.of(v.type) == shape;
    if (v.op != Op.PHI || replaced.resolve(v) != v) return false;
    web.add(v);
    for (Value a : v.args) if (!collect(a, web, shape)) return false;
    return true;
  }

  private static Value construct(Value phi, Records.Shape shape) {
    Value[] parts = new Value[shape.names().size()];
    for (int k = 0; k < parts.length; k++) {
      Type t = shape.types().get(k);
      parts[k] = phi.block().addPhi(new Value(Op.PHI, Kind.of(t)));
      parts[k].type = t.getDescriptor();
      parts[k].name = phi.name == null ? null : phi.name + "." + shape.names().get(k);
    }
    Value c = new Value(Op.CONSTRUCT, Opcodes.NEW, Kind.REF, parts);
    c.detail = shape.constructor();
    c.type = "L" + shape.constructor().owner() + ";";
    c.place(phi.block());
    phi.block().body.add(0, c);
    return c;
  }

  // ---- lambdas

  /** A call of a lambda made here is a call of its method. */
  private void direct(Block b, Value v, InvokeDynamicInsnNode d) {
    if (!d.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        || !d.name.equals(v.call().name())) return;
    if (!(d.bsmArgs[1] instanceof Handle h) || h.getTag() == Opcodes.H_NEWINVOKESPECIAL) return;
    int opcode =
        switch (h.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          default -> Opcodes.INVOKEVIRTUAL;
        };
    Invocation to =
        new Invocation(opcode, h.getOwner(), h.getName(), h.getDesc(), h.isInterface(), null);
    List<Value> args = new ArrayList<>(List.of(v.args[0].args));
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(h.getDesc())));
    if (!to.isStatic()) types.add(0, Type.getObjectType(h.getOwner()));
    int at = b.body.indexOf(v);
    for (int i = 1; i < v.args.length; i++) {
      Value a = v.args[i];
      Value fit = fit(a, types.get(args.size()));
      if (fit == null) return;
      if (fit != a) insert(b, at++, fit, v);
      args.add(fit);
    }
    Type returned = Type.getReturnType(h.getDesc());
    Value c = new Value(Op.CALL, opcode, Kind.of(returned), args.toArray(new Value[0]));
    c.detail = to;
    c.type = returned.getDescriptor();
    insert(b, at++, c, v);
    if (v.kind == Kind.VOID) {
      b.body.remove(v);
      changed = true;
      return;
    }
    Value result = c.kind == v.kind ? c : box(c);
    if (result != c) insert(b, at, result, v);
    replace(v, result);
  }

  private static void insert(Block b, int at, Value v, Value like) {
    v.line = like.line;
    v.place(b);
    b.body.add(at, v);
  }

  /** An argument as the method wants it: unboxed if need be; null if it cannot be had. */
  private static @Nullable Value fit(Value a, Type type) {
    Kind k = Kind.of(type);
    if (k == a.kind) return a;
    if (!a.isRef() || k != Kind.DOUBLE) return null;
    Value u = new Value(Op.CALL, Opcodes.INVOKEVIRTUAL, Kind.DOUBLE, a);
    u.detail = Invocation.of(Opcodes.INVOKEVIRTUAL, "java/lang/Double", "doubleValue", "()D");
    return u;
  }

  private static Value box(Value c) {
    Value u = new Value(Op.CALL, Opcodes.INVOKESTATIC, Kind.REF, c);
    u.detail =
        Invocation.of(Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;");
    u.type = "Ljava/lang/Double;";
    return u;
  }
}
