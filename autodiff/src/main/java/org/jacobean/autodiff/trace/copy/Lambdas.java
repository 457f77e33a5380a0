package org.jacobean.autodiff.trace.copy;

import static java.lang.invoke.MethodHandleInfo.REF_invokeSpecial;
import static java.lang.invoke.MethodHandleInfo.REF_invokeStatic;
import static java.lang.invoke.MethodHandleInfo.REF_newInvokeSpecial;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.rewrite.Border;
import org.jacobean.autodiff.trace.rewrite.CallTable;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas made anew in a world, on the rewritten implementing method and copied captured values.
 */
final class Lambdas {
  private Lambdas() {}

  static Object copy(Object lambda, Copier to) {
    LambdaParts p = LambdaParts.of(lambda);
    Class<?> shape = to.counterpart(p.shape());
    Class<?> owner = to.counterpart(p.owner());
    if (p.captured().isEmpty() && isJdks(p, to)) {
      return lambda;
    }
    List<@Nullable Object> captured = new ArrayList<>();
    for (Object o : p.captured()) {
      captured.add(to.copy(o));
    }
    try {
      MethodHandles.Lookup lookup = lookup(p, owner, to);
      MethodHandle method = method(p, owner, lookup, to);
      return build(p, shape, lookup, method, captured);
    } catch (Throwable e) {
      throw new EngineFault(
          "the lambda " + p.owner().getName() + "." + p.name() + " cannot be copied", e);
    }
  }

  /** With the rights of the class that made the lambda: it sees the interface and the method. */
  private static MethodHandles.Lookup lookup(LambdaParts p, Class<?> owner, Copier to)
      throws ReflectiveOperationException {
    Class<?> maker = to.counterpart(p.maker());
    return Border.staysOutside(maker) ? Trusted.lookup().in(owner) : to.world().lookup(maker);
  }

  /** Whether all of it is the JDK's, with nothing the table would replace. */
  private static boolean isJdks(LambdaParts p, Copier to) {
    return Border.staysOutside(p.owner())
        && Border.staysOutside(p.shape())
        && replaced(p, to).isEmpty();
  }

  private static Optional<CallTable.Target> replaced(LambdaParts p, Copier to) {
    String owner = p.owner().getName().replace('.', '/');
    return to.table().replacement(owner, p.name(), p.descriptor(), p.kind() == REF_invokeStatic);
  }

  private static MethodHandle method(
      LambdaParts p, Class<?> owner, MethodHandles.Lookup lookup, Copier to)
      throws ReflectiveOperationException {
    var replaced = replaced(p, to);
    if (replaced.isPresent() && p.kind() != REF_newInvokeSpecial) {
      CallTable.Target t = replaced.get();
      Class<?> library = to.world().runtimeClass(t.owner().replace('/', '.'));
      return lookup.findStatic(library, t.name(), type(t.descriptor(), library));
    }
    MethodType type = type(p.descriptor(), owner);
    return switch (p.kind()) {
      case REF_invokeStatic -> lookup.findStatic(owner, p.name(), type);
      case REF_newInvokeSpecial -> lookup.findConstructor(owner, type);
      case REF_invokeSpecial -> lookup.findSpecial(owner, p.name(), type, owner);
      default -> lookup.findVirtual(owner, p.name(), type);
    };
  }

  private static MethodType type(String descriptor, Class<?> seenFrom) {
    return MethodType.fromMethodDescriptorString(descriptor, seenFrom.getClassLoader());
  }

  private static Object build(
      LambdaParts p,
      Class<?> shape,
      MethodHandles.Lookup lookup,
      MethodHandle method,
      List<@Nullable Object> captured)
      throws Throwable {
    int bound = captured.size();
    MethodType factory =
        MethodType.methodType(shape, method.type().parameterList().subList(0, bound));
    MethodType erased = type(p.shapeDescriptor(), shape);
    MethodType instantiated = type(p.instantiated(), Objects.requireNonNull(lookup.lookupClass()));
    return LambdaMetafactory.metafactory(
            lookup, p.shapeMethod(), factory, erased, method, instantiated)
        .getTarget()
        .invokeWithArguments(captured);
  }
}
