package org.jacobean.autodiff.graph;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls that are carried out and not followed. Without active arguments they are constants; with
 * them only those are let through of which is known what they do to a derivative.
 */
final class JdkCalls {
  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  private static final Set<String> READERS =
      Set.of("parseDouble", "parseFloat", "valueOf(Ljava/lang/String;)");

  private final Machine machine;
  private final Calls calls;
  private final ArrayCalls arrays;

  JdkCalls(Machine machine, Calls calls) {
    this.machine = machine;
    this.calls = calls;
    this.arrays = new ArrayCalls(machine);
  }

  /** A method of Math: the derivative rule of its name, when an argument is active. */
  @Nullable Object math(
      String owner, String name, String descriptor, List<@Nullable Object> arguments, Place place) {
    Class<?> c = owner.endsWith("StrictMath") ? StrictMath.class : Math.class;
    Object value = invoke(Opcodes.INVOKESTATIC, c, name, descriptor, arguments);
    boolean active = arguments.stream().anyMatch(Values::isActive);
    if (!active && !(value instanceof Real)) {
      return value;
    }
    if (!(value instanceof Real r)) {
      machine.recorder.findings.rounded("`Math." + name + "`", place);
      return value;
    }
    Real[] reals = arguments.stream().map(Values::real).toArray(Real[]::new);
    return machine.recorder.apply(name, r.value(), place, reals);
  }

  @Nullable Object call(
      int opcode,
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments,
      Place place) {
    if (arrays.knows(owner, name)) {
      return arrays.call(owner, name, descriptor, arguments, place);
    }
    if (BOXES.contains(owner.getName()) || owner == Number.class || owner == Comparable.class) {
      Object known = box(name, descriptor, arguments, place);
      if (known != null) {
        return known;
      }
    }
    if (owner == java.util.Objects.class && name.equals("requireNonNull")) {
      return Values.nonNull(arguments.get(0));
    }
    boolean active = arguments.stream().anyMatch(this::isActive);
    if (active && !isHarmless(owner, name, descriptor)) {
      throw refused(owner, name, place);
    }
    machine.textMade |= active;
    return name.equals("<init>") ? null : invoke(opcode, owner, name, descriptor, arguments);
  }

  private boolean isActive(@Nullable Object value) {
    return Values.isActive(value) || machine.heap.isActive(value);
  }

  /** Printing and naming take a number and give none back. */
  private static boolean isHarmless(Class<?> owner, String name, String descriptor) {
    Type result = Type.getReturnType(descriptor);
    boolean text =
        result.getDescriptor().equals("Ljava/lang/String;")
            || result.getDescriptor().equals("Ljava/lang/StringBuilder;")
            || java.io.PrintStream.class.isAssignableFrom(owner);
    return text
        || name.equals("getClass")
        || (BOXES.contains(owner.getName()) && name.startsWith("is"));
  }

  private static NotDifferentiable refused(Class<?> owner, String name, Place place) {
    return new NotDifferentiable(
        "`" + owner.getSimpleName() + "." + name + "`",
        place.method(),
        place.line(),
        "it takes a value that depends on the input, and what it does with it cannot be read",
        "write the computation as plain Java, or mark the value Diff.constant(…)");
  }

  /** Boxing keeps the node; comparing boxes decides like comparing numbers. */
  private @Nullable Object box(
      String name, String descriptor, List<@Nullable Object> arguments, Place place) {
    if (machine.textMade
        && (READERS.contains(name)
            || READERS.contains(name + descriptor.substring(0, descriptor.indexOf(')') + 1)))) {
      throw new NotDifferentiable(
          "`Double." + name + "`",
          place.method(),
          place.line(),
          "it may read back the text of a value that depends on the input: no derivative passes"
              + " through text",
          "keep the number, or mark it Diff.constant(…)");
    }
    Object first = arguments.isEmpty() ? null : arguments.get(0);
    if (!(first instanceof Real a)) {
      return null;
    }
    return switch (name) {
      case "valueOf", "doubleValue", "floatValue" -> a;
      case "intValue" -> rounded(a, (int) a.value(), place);
      case "longValue" -> rounded(a, (long) a.value(), place);
      case "compare", "compareTo" -> {
        Real b = Values.real(arguments.get(1));
        yield new Comparison(Double.compare(a.value(), b.value()), a, b);
      }
      case "sum" -> {
        Real b = Values.real(arguments.get(1));
        yield machine.recorder.apply("add", a.value() + b.value(), place, a, b);
      }
      case "max", "min" -> math("java/lang/Math", name, descriptor, arguments, place);
      default -> null;
    };
  }

  private Object rounded(Real a, Object whole, Place place) {
    if (a.active()) {
      machine.recorder.findings.rounded("the conversion to a whole number", place);
    }
    return whole;
  }

  private @Nullable Object invoke(
      int opcode,
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments) {
    boolean isStatic = opcode == Opcodes.INVOKESTATIC;
    Type[] types = Type.getArgumentTypes(descriptor);
    @Nullable Object[] java = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      java[i] = argument(arguments.get(i + (isStatic ? 0 : 1)), types[i]);
    }
    Object receiver = isStatic ? null : argument(arguments.get(0), Type.getType(Object.class));
    Object result = Reflection.invoke(owner, name, descriptor, receiver, java);
    return Values.fromJava(result, Type.getReturnType(descriptor));
  }

  private @Nullable Object argument(@Nullable Object value, Type type) {
    return value instanceof Closure c ? proxy(c) : Values.toJava(value, type);
  }

  /** A lambda the JDK can call; what it returns must not depend on an input. */
  private Object proxy(Closure c) {
    InvocationHandler handler = (self, method, arguments) -> called(c, method, arguments);
    return Proxy.newProxyInstance(
        c.neighbour().getClassLoader(), new Class<?>[] {c.type()}, handler);
  }

  private @Nullable Object called(Closure c, Method method, Object @Nullable [] arguments) {
    List<@Nullable Object> all = new ArrayList<>(c.captured());
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      all.add(Values.fromJava(((Object[]) Values.nonNull(arguments))[i], Type.getType(types[i])));
    }
    Place place = new Place("a lambda called by the JDK", 0);
    Object result = calls.closure(c, all, place);
    if (isActive(result)) {
      throw refused(method.getDeclaringClass(), method.getName(), place);
    }
    return Values.toJava(result, Type.getType(method.getReturnType()));
  }

  /** A new object; of a record, the components keep their nodes. */
  Object construct(Class<?> owner, String descriptor, @Nullable Object[] arguments, Place place) {
    Type[] types = Type.getArgumentTypes(descriptor);
    boolean active = Arrays.stream(arguments).anyMatch(this::isActive);
    if (active && !owner.isRecord() && !Throwable.class.isAssignableFrom(owner)) {
      throw new NotDifferentiable(
          "The constructor of " + owner.getSimpleName(),
          place.method(),
          place.line(),
          "it takes a value that depends on the input, and constructors are read of records only",
          "make it a record, or ask for the gradient instead of the formula or graph");
    }
    @Nullable Object[] java = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      java[i] = argument(arguments[i], types[i]);
    }
    Object made = Reflection.construct(owner, descriptor, java);
    if (active && owner.isRecord()) {
      keepNodes(made, arguments, place);
    }
    return made;
  }

  private void keepNodes(Object record, @Nullable Object[] arguments, Place place) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Object held = Reflection.get(record, components[i]);
      Object given = i < arguments.length ? arguments[i] : null;
      boolean same =
          given instanceof Real r
              ? held instanceof Number n && Double.compare(n.doubleValue(), r.value()) == 0
              : held == given || !isActive(given);
      if (components.length != arguments.length || !same) {
        throw new NotDifferentiable(
            "The constructor of " + record.getClass().getSimpleName(),
            place.method(),
            place.line(),
            "it changes a component that depends on the input",
            "compute the value before it is handed to the constructor");
      }
      if (given instanceof Real) {
        machine.heap.put(record, components[i].getName(), given);
      }
    }
  }
}
