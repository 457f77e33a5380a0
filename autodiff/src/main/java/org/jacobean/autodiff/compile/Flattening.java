package org.jacobean.autodiff.compile;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.analyze.Records;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.lift.Cleanup;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Replacements;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives a program the leaves of its signature as parameters: records are put together again where
 * it begins.
 */
final class Flattening {
  private final Signature signature;
  private final Program program;
  private final Records records;
  private final Replacements replaced;
  private final List<Value> leaves = new ArrayList<>();
  private final List<Value> made = new ArrayList<>();
  private int next;

  private Flattening(Signature signature, Program program, Records records) {
    this.signature = signature;
    this.program = program;
    this.records = records;
    replaced = new Replacements(program);
  }

  static void run(Signature s, Program p, Records records) {
    Type returned = s.target().returnType();
    if (s.results().size() != (returned.getSort() == Type.VOID ? 0 : 1)
        || returned.getSort() == Type.OBJECT)
      throw new NotDifferentiable(
          "A result of type " + returned.getClassName(),
          s.target().source(),
          0,
          "only a number or an array of them is a result here",
          "return one of its components");
    boolean plain =
        s.leaves().stream().allMatch(l -> l.path().isEmpty() && l.type().getSort() != Type.DOUBLE)
            || s.leaves().size() == p.params.size()
                && s.target().parameterTypes().equals(s.leaves().stream().map(Leaf::type).toList());
    if (!plain) new Flattening(s, p, records).run();
  }

  private void run() {
    for (int i = 0; i < program.params.size(); i++) {
      Value p = program.params.get(i);
      Leaf l = signature.leaves().get(next);
      if (l.path().isEmpty() && !(l.type().getSort() == Type.DOUBLE && p.isRef())) {
        leaves.add(p);
        next++;
      } else {
        replaced.put(p, l.path().isEmpty() ? boxed() : record(p.type == null ? "" : p.type, 0));
      }
    }
    program.params.clear();
    program.params.addAll(leaves);
    replaced.apply();
    List<Value> body = program.entry.body;
    body.removeIf(v -> v.op == Op.PARAM);
    List<Value> all = new ArrayList<>(leaves);
    all.addAll(made);
    for (Value v : all) v.place(program.entry);
    body.addAll(0, all);
    Cleanup.run(program);
  }

  private Value parameter(Leaf l) {
    Value v = new Value(Op.PARAM, Kind.of(l.type()));
    v.type = l.type().getDescriptor();
    v.name = l.name();
    leaves.add(v);
    return v;
  }

  /** A parameter of type Double is its number. */
  private Value boxed() {
    Value v =
        new Value(
            Op.CALL, Opcodes.INVOKESTATIC, Kind.REF, parameter(signature.leaves().get(next++)));
    v.detail =
        Invocation.of(Opcodes.INVOKESTATIC, "java/lang/Double", "valueOf", "(D)Ljava/lang/Double;");
    v.type = "Ljava/lang/Double;";
    made.add(v);
    return v;
  }

  private Value record(String type, int depth) {
    Records.Shape shape = records.of(type);
    if (shape == null)
      throw new NotDifferentiable(
          "The record " + Type.getType(type).getClassName(),
          signature.target().source(),
          0,
          "its constructor or accessors do something of their own",
          "use a record without code for them");
    Value[] parts = new Value[shape.names().size()];
    for (int k = 0; k < parts.length; k++) {
      Leaf l = signature.leaves().get(next);
      List<RecordComponent> path = l.path();
      if (path.size() > depth + 1) {
        parts[k] = record(shape.types().get(k).getDescriptor(), depth + 1);
      } else {
        parts[k] = parameter(l);
        next++;
      }
    }
    Value v = new Value(Op.CONSTRUCT, Opcodes.NEW, Kind.REF, parts);
    v.detail = shape.constructor();
    v.type = type;
    made.add(v);
    return v;
  }
}
