package org.jacobean.autodiff.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.function.Target;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The function's method as a handle that takes its arguments in one array. */
final class Calls {
  private Calls() {}

  /** The target's method in a class: its owner, or the owner's counterpart in a world. */
  static MethodHandle handle(Class<?> owner, Target target) {
    try {
      for (Method m : owner.getDeclaredMethods()) {
        if (m.getName().equals(target.name())
            && Type.getMethodDescriptor(m).equals(target.descriptor())) {
          m.setAccessible(true);
          MethodHandle h = MethodHandles.lookup().unreflect(m);
          return h.asFixedArity()
              .asSpreader(Object[].class, h.type().parameterCount())
              .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        }
      }
    } catch (IllegalAccessException e) {
      throw new EngineFault("the method " + target.source() + " cannot be called", e);
    }
    throw new EngineFault("there is no method " + target.source() + " in " + owner);
  }

  /** Runs the function as it is; its exceptions come out as themselves. */
  static @Nullable Object run(MethodHandle h, @Nullable Object[] args) {
    try {
      return (Object) h.invokeExact(args);
    } catch (Throwable e) {
      throw Calls.<RuntimeException>asItself(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asItself(Throwable e) throws E {
    throw (E) e;
  }
}
