package org.jacobean.autodiff.graph;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jacobean.autodiff.error.EngineFault;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Reads fields and calls methods by their names in bytecode. */
final class Reflection {
  private Reflection() {}

  /** A class by its internal name or array descriptor, as the given class sees it. */
  static Class<?> classOf(String internalName, Class<?> neighbour) {
    return classOf(Type.getObjectType(internalName), neighbour);
  }

  static Class<?> classOf(Type type, Class<?> neighbour) {
    if (type.getSort() < Type.ARRAY) {
      return primitive(type);
    }
    String name = type.getSort() == Type.ARRAY ? type.getDescriptor() : type.getClassName();
    try {
      return Class.forName(name.replace('/', '.'), false, neighbour.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new EngineFault("The class " + name + " could not be found", e);
    }
  }

  private static Class<?> primitive(Type type) {
    return switch (type.getSort()) {
      case Type.DOUBLE -> double.class;
      case Type.FLOAT -> float.class;
      case Type.LONG -> long.class;
      case Type.BOOLEAN -> boolean.class;
      case Type.CHAR -> char.class;
      case Type.BYTE -> byte.class;
      case Type.SHORT -> short.class;
      case Type.VOID -> void.class;
      default -> int.class;
    };
  }

  private static Class<?>[] parameters(String descriptor, Class<?> neighbour) {
    Type[] types = Type.getArgumentTypes(descriptor);
    Class<?>[] classes = new Class<?>[types.length];
    for (int i = 0; i < types.length; i++) {
      classes[i] = classOf(types[i], neighbour);
    }
    return classes;
  }

  static @Nullable Object get(Object record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      open(accessor);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("A record component could not be read: " + component, e);
    }
  }

  static @Nullable Object field(Class<?> owner, String name, @Nullable Object receiver) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (f.getName().equals(name)) {
          return read(f, receiver);
        }
      }
      for (Class<?> i : c.getInterfaces()) {
        for (Field f : i.getDeclaredFields()) {
          if (f.getName().equals(name)) {
            return read(f, receiver);
          }
        }
      }
    }
    throw new EngineFault("No field " + name + " in " + owner);
  }

  private static @Nullable Object read(Field f, @Nullable Object receiver) {
    try {
      open(f);
      return f.get(receiver);
    } catch (IllegalAccessException e) {
      throw new EngineFault("The field " + f + " could not be read", e);
    }
  }

  private static void open(AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (RuntimeException e) {
      // a public member of the JDK needs no opening; what does need it fails when it is used
    }
  }

  static @Nullable Object invoke(
      Class<?> owner,
      String name,
      String descriptor,
      @Nullable Object receiver,
      @Nullable Object[] arguments) {
    try {
      Method m = method(owner, name, parameters(descriptor, owner));
      open(m);
      return m.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw Reflection.<RuntimeException>asItself(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new EngineFault(
          "The method " + owner.getName() + "." + name + " could not be called", e);
    }
  }

  private static Method method(Class<?> owner, String name, Class<?>[] parameters)
      throws NoSuchMethodException {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (m.getName().equals(name)
            && java.util.Arrays.equals(m.getParameterTypes(), parameters)) {
          return m;
        }
      }
    }
    return owner.getMethod(name, parameters);
  }

  static Object construct(Class<?> owner, String descriptor, @Nullable Object[] arguments) {
    try {
      Constructor<?> c = owner.getDeclaredConstructor(parameters(descriptor, owner));
      open(c);
      return c.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw Reflection.<RuntimeException>asItself(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("The constructor of " + owner.getName() + " could not be called", e);
    }
  }

  /** Lets an exception of the interpreted program out as it is, checked or not. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> T asItself(@Nullable Throwable exception) throws T {
    throw (T) Values.nonNull(exception);
  }
}
