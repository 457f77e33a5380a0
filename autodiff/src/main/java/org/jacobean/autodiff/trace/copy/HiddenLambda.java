package org.jacobean.autodiff.trace.copy;

import static java.lang.invoke.MethodHandleInfo.REF_invokeInterface;
import static java.lang.invoke.MethodHandleInfo.REF_invokeSpecial;
import static java.lang.invoke.MethodHandleInfo.REF_invokeStatic;
import static java.lang.invoke.MethodHandleInfo.REF_invokeVirtual;
import static java.lang.invoke.MethodHandleInfo.REF_newInvokeSpecial;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Lambdas that are not serialisable, as in fields of objects compiled outside a notebook: the
 * constant pool of their hidden class names the implementing method. Reached by the JDK's private
 * lookup, so only when nothing else helps.
 */
final class HiddenLambda {
  private HiddenLambda() {}

  static LambdaParts parts(Object lambda) {
    try {
      return read(lambda);
    } catch (NotDifferentiable e) {
      throw e;
    } catch (Throwable e) {
      throw unknown(lambda, e);
    }
  }

  private static NotDifferentiable unknown(Object lambda, @Nullable Throwable why) {
    NotDifferentiable n =
        new NotDifferentiable(
            "The lambda " + lambda.getClass().getName(),
            "the function's captured state",
            0,
            "this JVM does not tell which method it runs",
            "make its interface extend Serializable, or use a class that implements it");
    if (why != null) {
      n.initCause(why);
    }
    return n;
  }

  private static LambdaParts read(Object lambda) throws Throwable {
    Class<?> c = lambda.getClass();
    MethodHandles.Lookup all = Trusted.lookup();
    List<@Nullable Object> captured = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (Field f : c.getDeclaredFields()) {
      if (!Modifier.isStatic(f.getModifiers())) {
        captured.add(all.unreflectGetter(f).invoke(lambda));
        types.add(f.getType());
      }
    }
    Class<?> shape = c.getInterfaces()[0];
    Method sam = single(shape, lambda);
    String[] impl = implementation(c, all, sam, lambda);
    Class<?> owner = LambdaParts.load(impl[0], c.getClassLoader());
    int kind = kind(owner, impl, all);
    return new LambdaParts(
        shape,
        sam.getName(),
        Type.getMethodDescriptor(sam),
        instantiated(sam, impl, owner, kind, captured.size(), c.getClassLoader()),
        owner,
        impl[1],
        impl[2],
        kind,
        c.getNestHost(),
        captured);
  }

  /** The last method of the pool that is neither the lambda's own nor boxing. */
  private static String[] implementation(
      Class<?> c, MethodHandles.Lookup all, Method sam, Object lambda) throws Throwable {
    Class<?> poolClass = Class.forName("jdk.internal.reflect.ConstantPool");
    MethodHandle pool =
        all.findVirtual(Class.class, "getConstantPool", MethodType.methodType(poolClass));
    MethodHandle size = all.findVirtual(poolClass, "getSize", MethodType.methodType(int.class));
    MethodHandle reference =
        all.findVirtual(
            poolClass, "getMemberRefInfoAt", MethodType.methodType(String[].class, int.class));
    Object p = pool.invoke(c);
    String[] found = null;
    for (int i = 1; i < (int) size.invoke(p); i++) {
      String[] r = member(reference, p, i);
      if (r != null && r[2].startsWith("(") && !isOwn(r, c) && !boxes(r)) {
        found = r;
      }
    }
    if (found == null) {
      throw unknown(lambda, null);
    }
    return found;
  }

  private static String @Nullable [] member(MethodHandle reference, Object pool, int i)
      throws Throwable {
    try {
      return (String[]) reference.invoke(pool, i);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isOwn(String[] r, Class<?> c) {
    return r[0].contains("$$Lambda")
        || r[0].equals("java/lang/Object") && r[1].equals("<init>")
        || r[0].replace('/', '.').equals(c.getName());
  }

  private static boolean boxes(String[] r) {
    return r[0].startsWith("java/lang/")
        && (r[1].equals("valueOf") && r[2].charAt(1) != 'L' || r[1].endsWith("Value"));
  }

  private static int kind(Class<?> owner, String[] impl, MethodHandles.Lookup all) {
    if (impl[1].equals("<init>")) {
      return REF_newInvokeSpecial;
    }
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (m.getName().equals(impl[1]) && Type.getMethodDescriptor(m).equals(impl[2])) {
          int how = m.getModifiers();
          return Modifier.isStatic(how)
              ? REF_invokeStatic
              : Modifier.isPrivate(how)
                  ? REF_invokeSpecial
                  : owner.isInterface() ? REF_invokeInterface : REF_invokeVirtual;
        }
      }
    }
    return owner.isInterface() ? REF_invokeInterface : REF_invokeVirtual;
  }

  private static Method single(Class<?> shape, Object lambda) {
    for (Method m : shape.getMethods()) {
      if (Modifier.isAbstract(m.getModifiers()) && !ofObject(m)) {
        return m;
      }
    }
    throw unknown(lambda, null);
  }

  private static boolean ofObject(Method m) {
    try {
      return Object.class.getMethod(m.getName(), m.getParameterTypes()) != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /**
   * The interface's method with the implementing one's types, boxed where the former is generic.
   */
  private static String instantiated(
      Method sam,
      String[] impl,
      Class<?> owner,
      int kind,
      int bound,
      @Nullable ClassLoader loader) {
    MethodType m = MethodType.fromMethodDescriptorString(impl[2], loader);
    if (kind == REF_newInvokeSpecial) {
      m = m.changeReturnType(owner);
    } else if (kind != REF_invokeStatic) {
      m = m.insertParameterTypes(0, owner);
    }
    MethodType s = MethodType.methodType(sam.getReturnType(), sam.getParameterTypes());
    for (int i = 0; i < s.parameterCount(); i++) {
      if (!s.parameterType(i).isPrimitive()) {
        s = s.changeParameterType(i, boxed(m.parameterType(bound + i)));
      }
    }
    if (!s.returnType().isPrimitive() && m.returnType() != void.class) {
      s = s.changeReturnType(boxed(m.returnType()));
    }
    return Objects.requireNonNull(s.toMethodDescriptorString());
  }

  private static Class<?> boxed(Class<?> c) {
    return MethodType.methodType(c).wrap().returnType();
  }
}
