package org.jacobean.autodiff.trace.library;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import java.lang.invoke.TypeDescriptor;
import java.lang.runtime.ObjectMethods;

/** Bootstraps of instructions the JDK spins code for: string concatenation and record methods. */
public final class Bootstraps {
  private Bootstraps() {}

  /** Concatenation whose arguments are first turned to text, active ones by their plain values. */
  public static CallSite concat(
      MethodHandles.Lookup lookup, String name, MethodType type, String recipe, Object... constants)
      throws Exception {
    MethodType texts = type;
    for (int i = 0; i < type.parameterCount(); i++) {
      if (mayBeActive(type.parameterType(i))) {
        texts = texts.changeParameterType(i, String.class);
      }
    }
    MethodHandle join =
        StringConcatFactory.makeConcatWithConstants(lookup, name, texts, recipe, constants)
            .getTarget();
    for (int i = 0; i < type.parameterCount(); i++) {
      if (mayBeActive(type.parameterType(i))) {
        join = MethodHandles.filterArguments(join, i, text(type.parameterType(i)));
      }
    }
    return new ConstantCallSite(join);
  }

  private static boolean mayBeActive(Class<?> t) {
    return t == double.class || !t.isPrimitive() && t != String.class;
  }

  private static MethodHandle text(Class<?> from) throws ReflectiveOperationException {
    Class<?> taken = from == double.class ? double.class : Object.class;
    return MethodHandles.lookup()
        .findStatic(Values.class, "text", MethodType.methodType(String.class, taken))
        .asType(MethodType.methodType(String.class, from));
  }

  /** equals, hashCode and toString of records, components by their plain values. */
  public static Object record(
      MethodHandles.Lookup lookup,
      String name,
      TypeDescriptor type,
      Class<?> record,
      String names,
      MethodHandle... getters)
      throws Throwable {
    MethodHandle[] plain = new MethodHandle[getters.length];
    for (int i = 0; i < getters.length; i++) {
      Class<?> t = getters[i].type().returnType();
      plain[i] = plainable(t) ? MethodHandles.filterReturnValue(getters[i], plain(t)) : getters[i];
    }
    return ObjectMethods.bootstrap(lookup, name, type, record, names, plain);
  }

  private static boolean plainable(Class<?> t) {
    return t == double.class || t.isAssignableFrom(Double.class);
  }

  private static MethodHandle plain(Class<?> t) throws ReflectiveOperationException {
    MethodHandles.Lookup here = MethodHandles.lookup();
    return t == double.class
        ? here.findStatic(
            org.jacobean.autodiff.trace.tape.Tape.class,
            "plain",
            MethodType.methodType(double.class, double.class))
        : here.findStatic(Values.class, "plain", MethodType.methodType(Object.class, Object.class))
            .asType(MethodType.methodType(t, t));
  }
}
