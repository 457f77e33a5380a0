package org.jacobean.autodiff.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.objectweb.asm.Type;

/**
 * Finds the {@link Target} of a lambda, method reference, Method, MethodHandle or function object.
 */
public final class Functions {
  private Functions() {}

  public static Target target(Object function) {
    if (function instanceof Target t) return t;
    if (function instanceof Method m) return of(m, List.of());
    if (function instanceof MethodHandle h) return of(h);
    if (function.getClass().isHidden() || function.getClass().isSynthetic())
      return ofLambda(function);
    return of(singleMethod(function), List.of(function));
  }

  /** A method of an object or class by its name. */
  public static Target target(Object receiver, String method) {
    Class<?> c = receiver instanceof Class<?> k ? k : receiver.getClass();
    List<Method> found = new ArrayList<>();
    for (Method m : c.getDeclaredMethods())
      if (m.getName().equals(method) && !m.isSynthetic()) found.add(m);
    if (found.size() != 1)
      throw new BadArgument(
          "There are "
              + found.size()
              + " methods `"
              + method
              + "` in "
              + c.getSimpleName()
              + ", where exactly one is needed: name another, or hand over the java.lang.reflect.Method");
    Method m = found.get(0);
    return of(m, Modifier.isStatic(m.getModifiers()) ? List.of() : List.of(receiver));
  }

  private static Target of(Method m, List<Object> bound) {
    return new Target(
        m.getDeclaringClass(),
        m.getName(),
        Type.getMethodDescriptor(m),
        Modifier.isStatic(m.getModifiers()),
        bound);
  }

  private static Target of(MethodHandle h) {
    try {
      Member m = MethodHandles.reflectAs(Member.class, h);
      if (m instanceof Method method) return of(method, List.of());
    } catch (IllegalArgumentException e) {
      throw new BadArgument(
          "This method handle is bound or composed, so the method behind it cannot be seen;"
              + " hand over a lambda or the java.lang.reflect.Method instead");
    }
    throw new BadArgument("This method handle is no method; hand over a lambda that calls it");
  }

  private static Target ofLambda(Object lambda) {
    SerializedLambda s = Lambdas.reveal(lambda);
    Class<?> owner = Lambdas.load(s.getImplClass(), lambda.getClass());
    List<Object> captured = new ArrayList<>();
    for (int i = 0; i < s.getCapturedArgCount(); i++) captured.add(s.getCapturedArg(i));
    boolean isStatic = s.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic;
    if (s.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial)
      throw new BadArgument(
          "A constructor reference gives an object, which is nothing to differentiate;"
              + " write a lambda that returns a number");
    return new Target(owner, s.getImplMethodName(), s.getImplMethodSignature(), isStatic, captured);
  }

  /** The method an ordinary object implements its functional interface with. */
  private static Method singleMethod(Object function) {
    for (Class<?> c = function.getClass(); c != null; c = c.getSuperclass())
      for (Class<?> i : c.getInterfaces())
        for (Method m : i.getMethods())
          if (Modifier.isAbstract(m.getModifiers())) return implementation(function, m);
    throw new BadArgument(
        "A "
            + function.getClass().getName()
            + " is no function: hand over a lambda such as (x, y) -> x * y,"
            + " a method reference, a java.lang.reflect.Method or a MethodHandle");
  }

  private static Method implementation(Object function, Method m) {
    for (Class<?> c = function.getClass(); c != null; c = c.getSuperclass())
      for (Method q : c.getDeclaredMethods())
        if (q.getName().equals(m.getName())
            && !q.isBridge()
            && !Modifier.isAbstract(q.getModifiers())
            && q.getParameterCount() == m.getParameterCount()) return q;
    throw new BadArgument(
        function.getClass().getName() + " has no method `" + m.getName() + "` to differentiate");
  }

  /**
   * The static method a function only hands its arguments on to, as {@code x -> f(x)} does; else
   * the function's own method.
   */
  public static Target behind(Object function) {
    Target t = target(function);
    Target called =
        t.captured().isEmpty() && t.name().startsWith("lambda$") ? Forwarding.of(t) : null;
    return called == null ? t : called;
  }

  /** The reflected method of a target. */
  public static Method method(Target t) {
    for (Method m : t.owner().getDeclaredMethods())
      if (m.getName().equals(t.name()) && Type.getMethodDescriptor(m).equals(t.descriptor()))
        return m;
    throw new BadArgument("There is no method `" + t.source() + "`");
  }
}
