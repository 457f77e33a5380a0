package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Follows calls: into the caller's own methods, past those of the JDK. */
final class Calls {
  private static final String DIFF = "org/jacobean/autodiff/Diff";

  private final Machine machine;
  private final JdkCalls jdk;

  Calls(Machine machine) {
    this.machine = machine;
    this.jdk = new JdkCalls(machine, this);
  }

  @Nullable Object call(
      Invocation c, Class<?> from, List<@Nullable Object> arguments, Place place) {
    if (c.isMath()) {
      return jdk.math(c.owner(), c.name(), c.descriptor(), arguments, place);
    }
    if (c.is(DIFF, "constant")) {
      return withoutNodes(arguments.get(0));
    }
    Class<?> owner = Reflection.classOf(c.owner(), from);
    return method(c.opcode(), owner, c.name(), c.descriptor(), arguments, place);
  }

  private static @Nullable Object withoutNodes(@Nullable Object value) {
    if (value instanceof double[] a) {
      return a.clone();
    }
    return value instanceof Real r ? Real.plain(r.value()) : value;
  }

  /** Any method; the receiver, if there is one, is the first argument. */
  @Nullable Object method(
      int opcode,
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments,
      Place place) {
    if (owner == Math.class || owner == StrictMath.class) {
      return jdk.math(Type.getInternalName(owner), name, descriptor, arguments, place);
    }
    boolean isVirtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    Object receiver = isVirtual ? Values.nonNull(arguments.get(0)) : null;
    if (receiver instanceof Closure closure) {
      return closureMethod(closure, owner, name, descriptor, arguments, place);
    }
    if (receiver != null && isLambda(receiver)) {
      return lambda(receiver, owner, name, descriptor, arguments, place);
    }
    Class<?> start = receiver == null || receiver instanceof Real ? owner : receiver.getClass();
    Found found = find(start, name, descriptor);
    return found == null
        ? jdk.call(opcode, owner, name, descriptor, arguments, place)
        : interpret(found.owner, found.method, arguments, place);
  }

  private record Found(Class<?> owner, MethodNode method) {}

  /** The method's bytecode, if it is not the JDK's: its own class first, then its defaults. */
  private static @Nullable Found find(Class<?> start, String name, String descriptor) {
    for (Class<?> c = start; c != null && !isJdk(c) && !c.isArray(); c = c.getSuperclass()) {
      Found found = declared(c, name, descriptor);
      if (found != null) {
        return found;
      }
    }
    for (Class<?> c = start; c != null; c = c.getSuperclass()) {
      for (Class<?> i : c.getInterfaces()) {
        Found found = isJdk(i) ? null : declared(i, name, descriptor);
        found = found == null && !isJdk(i) ? find(i, name, descriptor) : found;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable Found declared(Class<?> c, String name, String descriptor) {
    MethodNode m = Bytecode.method(c, name, descriptor);
    int bodiless = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
    return m == null || (m.access & bodiless) != 0 ? null : new Found(c, m);
  }

  private static boolean isJdk(Class<?> c) {
    return c.getClassLoader() == null || c.getClassLoader() == ClassLoader.getPlatformClassLoader();
  }

  private static boolean isLambda(Object o) {
    return o.getClass().isHidden() && o.getClass().isSynthetic();
  }

  private @Nullable Object interpret(
      Class<?> owner, MethodNode method, List<@Nullable Object> arguments, Place place) {
    machine.enter(place);
    try {
      return new Interpreter(machine, owner, machine.program(owner, method)).run(arguments);
    } finally {
      machine.leave();
    }
  }

  /** A call of a lambda the interpreted program made itself. */
  private @Nullable Object closureMethod(
      Closure closure,
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments,
      Place place) {
    MethodNode inherited = defaultMethod(owner, name, descriptor);
    if (inherited != null) {
      return interpret(owner, inherited, arguments, place);
    }
    List<@Nullable Object> all = new ArrayList<>(closure.captured());
    all.addAll(arguments.subList(1, arguments.size()));
    return closure(closure, all, place);
  }

  @Nullable Object closure(Closure closure, List<@Nullable Object> all, Place place) {
    Class<?> declaring = Reflection.classOf(closure.method().getOwner(), closure.neighbour());
    String descriptor = closure.method().getDesc();
    if (closure.method().getName().equals("<init>")) {
      return jdk.construct(declaring, descriptor, all.toArray(), place);
    }
    return method(
        opcode(closure.method().getTag()),
        declaring,
        closure.method().getName(),
        descriptor,
        all,
        place);
  }

  private static int opcode(int handleTag) {
    return switch (handleTag) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      default -> Opcodes.INVOKESPECIAL;
    };
  }

  /** A default method of a functional interface, such as andThen. */
  private static @Nullable MethodNode defaultMethod(
      Class<?> owner, String name, String descriptor) {
    MethodNode m = owner.isInterface() ? Bytecode.method(owner, name, descriptor) : null;
    return m == null || (m.access & Opcodes.ACC_ABSTRACT) != 0 ? null : m;
  }

  /** A call of a lambda that came from outside. */
  private @Nullable Object lambda(
      Object receiver,
      Class<?> owner,
      String name,
      String descriptor,
      List<@Nullable Object> arguments,
      Place place) {
    MethodNode inherited = defaultMethod(owner, name, descriptor);
    if (inherited != null) {
      return interpret(owner, inherited, arguments, place);
    }
    Target target = Functions.target(receiver);
    List<@Nullable Object> all = new ArrayList<>();
    List<Type> types = target.parameterTypes();
    for (int i = 0; i < target.captured().size(); i++) {
      all.add(Values.fromJava(target.captured().get(i), types.get(i)));
    }
    all.addAll(arguments.subList(1, arguments.size()));
    int opcode = target.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
    return method(opcode, target.owner(), target.name(), target.descriptor(), all, place);
  }

  Object construct(Value v, Class<?> from, @Nullable Object[] arguments, Place place) {
    if (!(v.detail instanceof Invocation c)) {
      throw new NotDifferentiable(
          "An object without its constructor",
          place.method(),
          place.line(),
          "the constructor runs elsewhere",
          "construct the object in one expression");
    }
    Class<?> owner = Reflection.classOf(c.owner(), from);
    return jdk.construct(owner, c.descriptor(), Arrays.copyOf(arguments, arguments.length), place);
  }
}
