package org.jacobean.autodiff.trace.copy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.rewrite.Border;

/** Objects made without running their own constructors, as deserialisation makes them. */
final class Blanks {
  private static final ClassValue<Constructor<?>> MAKERS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> c) {
          return maker(c);
        }
      };

  private Blanks() {}

  static Object of(Class<?> c) {
    try {
      return MAKERS.get(c).newInstance();
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new EngineFault("no blank " + c.getName() + " can be made", e);
    }
  }

  /** The JDK's part of the object, if any, is made by its constructor without arguments. */
  private static Constructor<?> maker(Class<?> c) {
    Class<?> jdk = c;
    while (!Border.staysOutside(jdk)) {
      jdk = jdk.getSuperclass();
    }
    try {
      Constructor<?> start;
      try {
        start = jdk.getDeclaredConstructor();
      } catch (NoSuchMethodException e) {
        start = Object.class.getDeclaredConstructor();
      }
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object f = factory.getMethod("getReflectionFactory").invoke(null);
      Method m =
          factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
      return (Constructor<?>) m.invoke(f, c, start);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("no blank " + c.getName() + " can be made", e);
    }
  }
}
