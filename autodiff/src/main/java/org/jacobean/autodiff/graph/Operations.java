package org.jacobean.autodiff.graph;

import java.lang.reflect.Array;
import java.util.stream.Stream;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Carries out one operation of a program. */
final class Operations {
  private final Machine machine;
  private final Class<?> owner;
  private final Program program;

  Operations(Machine machine, Class<?> owner, Program program) {
    this.machine = machine;
    this.owner = owner;
    this.program = program;
  }

  Place place(Value v) {
    return new Place(program.source(), v.line);
  }

  @Nullable Object evaluate(Value v, @Nullable Object[] a) {
    return switch (v.op) {
      case CONST -> constant(v);
      case CAST -> cast(v, a[0]);
      case COMPARE -> compare(v, a);
      case LENGTH -> Array.getLength(Values.nonNull(a[0]));
      case LOAD -> load(Values.nonNull(a[0]), Values.integer(a[1]));
      case STORE -> store(Values.nonNull(a[0]), Values.integer(a[1]), a[2]);
      case NEW_ARRAY -> newArray(v, a);
      case GET_FIELD, GET_STATIC -> get((FieldInsnNode) Values.nonNull(v.detail), a);
      case PUT_FIELD, PUT_STATIC -> put((FieldInsnNode) Values.nonNull(v.detail), a);
      case CALL -> machine.calls.call(v.call(), owner, java.util.Arrays.asList(a), place(v));
      case CONSTRUCT -> machine.calls.construct(v, owner, a, place(v));
      case DYNAMIC ->
          Dynamic.evaluate(
              machine, (InvokeDynamicInsnNode) Values.nonNull(v.detail), owner, a, place(v));
      case CHECK_CAST -> a[0];
      case INSTANCE_OF -> instanceOf(v, a[0]);
      default -> arithmetic(v, a);
    };
  }

  private static @Nullable Object constant(Value v) {
    return v.kind == Kind.REF ? v.detail : Values.fromJava(v.detail, Type.INT_TYPE);
  }

  private Object arithmetic(Value v, @Nullable Object[] a) {
    if (!v.op.arithmetic()) {
      throw new NotDifferentiable(
          "The operation " + v.op,
          program.source(),
          v.line,
          "it has no reading as a graph",
          "write it as plain arithmetic");
    }
    Object second = a.length > 1 ? a[1] : null;
    if (v.kind.real()) {
      return real(v, Values.real(a[0]), second == null ? null : Values.real(second));
    }
    if (v.kind == Kind.LONG) {
      return Arithmetic.longs(
          v.op, Values.longInteger(a[0]), second == null ? 0 : Values.longInteger(second));
    }
    return Arithmetic.ints(v.op, Values.integer(a[0]), second == null ? 0 : Values.integer(second));
  }

  private Real real(Value v, Real first, @Nullable Real second) {
    double value =
        Arithmetic.real(v.op, v.kind, first.value(), second == null ? 0 : second.value());
    Real[] arguments = second == null ? new Real[] {first} : new Real[] {first, second};
    return machine.recorder.apply(Arithmetic.ruleName(v.op), value, place(v), arguments);
  }

  private Object cast(Value v, @Nullable Object a) {
    if (!(a instanceof Real r)) {
      boolean wide = v.opcode == Opcodes.L2I || v.opcode == Opcodes.L2F || v.opcode == Opcodes.L2D;
      return Arithmetic.cast(
          v.opcode, wide ? (Number) Values.longInteger(a) : (Number) Values.integer(a));
    }
    Number whole = Arithmetic.rounded(v.opcode, r.value());
    if (whole != null) {
      if (r.active()) {
        machine.recorder.findings.rounded("the cast to a whole number", place(v));
      }
      return whole;
    }
    return v.opcode == Opcodes.D2F
        ? machine.recorder.apply("cast", (float) r.value(), place(v), r)
        : r;
  }

  private static Object compare(Value v, @Nullable Object[] a) {
    if (v.opcode == Opcodes.LCMP) {
      return Long.compare(Values.longInteger(a[0]), Values.longInteger(a[1]));
    }
    Real left = Values.real(a[0]);
    Real right = Values.real(a[1]);
    return new Comparison(Arithmetic.compared(v.opcode, left.value(), right.value()), left, right);
  }

  private @Nullable Object load(Object array, int index) {
    if (array instanceof double[] || array instanceof float[]) {
      return machine.heap.load(array, index);
    }
    Object value = Values.fromJava(Array.get(array, index), elementType(array));
    return value instanceof Real r ? new Real(r.value(), machine.heap.nodeAt(array, index)) : value;
  }

  private static Type elementType(Object array) {
    return Type.getType(array.getClass().getComponentType());
  }

  private @Nullable Object store(Object array, int index, @Nullable Object value) {
    if (array instanceof double[] || array instanceof float[]) {
      machine.heap.store(array, index, Values.real(value));
    } else if (value instanceof Real r) {
      Object box = Values.nonNull(Values.toJava(value, elementType(array)));
      machine.heap.storeBoxed(array, index, r, box);
    } else {
      Array.set(array, index, Values.toJava(value, elementType(array)));
      machine.heap.forget(array, index);
    }
    return null;
  }

  private Object newArray(Value v, @Nullable Object[] a) {
    Type type = Type.getType((String) Values.nonNull(v.type));
    Class<?> array = Reflection.classOf(type, owner);
    Class<?> component = array;
    int[] sizes = Stream.of(a).mapToInt(Values::integer).toArray();
    for (int i = 0; i < sizes.length; i++) {
      component = component.getComponentType();
    }
    return Array.newInstance(component, sizes);
  }

  private @Nullable Object get(FieldInsnNode f, @Nullable Object[] a) {
    boolean isStatic = a.length == 0;
    Object receiver = isStatic ? null : Values.nonNull(a[0]);
    String key = isStatic ? f.owner + "." + f.name : f.name;
    if (machine.heap.has(receiver, key)) {
      return machine.heap.get(receiver, key);
    }
    Class<?> declared = Reflection.classOf(f.owner, owner);
    return Values.fromJava(Reflection.field(declared, f.name, receiver), Type.getType(f.desc));
  }

  private @Nullable Object put(FieldInsnNode f, @Nullable Object[] a) {
    boolean isStatic = a.length == 1;
    Object receiver = isStatic ? null : Values.nonNull(a[0]);
    machine.heap.put(receiver, isStatic ? f.owner + "." + f.name : f.name, a[a.length - 1]);
    return null;
  }

  private Object instanceOf(Value v, @Nullable Object value) {
    Class<?> c = Reflection.classOf((String) Values.nonNull(v.detail), owner);
    Object plain = value instanceof Real r ? (Object) r.value() : value;
    return value instanceof Closure k
        ? (c.isAssignableFrom(k.type()) ? 1 : 0)
        : c.isInstance(plain) ? 1 : 0;
  }
}
