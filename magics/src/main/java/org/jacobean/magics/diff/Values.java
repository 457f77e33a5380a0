package org.jacobean.magics.diff;

import java.lang.invoke.MethodType;
import java.util.List;
import org.jacobean.autodiff.function.Target;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** Argument expressions as values of the parameters' types. */
final class Values {
  private Values() {}

  /** All in one go, which costs one compilation; singly only to say which one fails. */
  static @Nullable Object[] evaluate(Notebook notebook, Arguments given, List<String> expressions)
      throws MagicException {
    if (expressions.isEmpty()) {
      return new Object[0];
    }
    @Nullable Object[] values = plain(expressions);
    if (values != null) {
      return values;
    }
    try {
      String all = "new Object[] {(" + String.join("), (", expressions) + ")}";
      Object together = notebook.evaluate(all);
      return together == null ? new Object[0] : (@Nullable Object[]) together;
    } catch (Exception notTogether) {
      return oneByOne(notebook, given, expressions);
    }
  }

  /** Numbers alone need no compiler. */
  private static @Nullable Object @Nullable [] plain(List<String> expressions) {
    @Nullable Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      String text = expressions.get(i);
      if (text.matches("-?\\d{1,9}")) {
        values[i] = Integer.valueOf(text);
      } else if (text.matches("-?(\\d+\\.\\d*|\\.\\d+|\\d+(\\.\\d*)?[eE]-?\\d+)")) {
        values[i] = Double.valueOf(text);
      } else {
        return null;
      }
    }
    return values;
  }

  private static @Nullable Object[] oneByOne(
      Notebook notebook, Arguments given, List<String> expressions) throws MagicException {
    @Nullable Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = notebook.evaluate(expressions.get(i));
      } catch (Exception failed) {
        throw given.mistake(
            "argument %d, `%s`, has no value: %s"
                .formatted(i + 1, expressions.get(i), firstLine(failed)));
      }
    }
    return values;
  }

  static String firstLine(Throwable failed) {
    String message = failed.getMessage();
    return message == null || message.isBlank()
        ? failed.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }

  static boolean fit(Class<?>[] types, @Nullable Object[] values) {
    for (int i = 0; i < types.length; i++) {
      if (converted(types[i], values[i]) == null && (values[i] != null || types[i].isPrimitive())) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Object convert(
      Arguments given, String function, String name, Class<?> type, @Nullable Object value)
      throws MagicException {
    Object converted = converted(type, value);
    if (converted == null && (value != null || type.isPrimitive())) {
      throw given.mistake(
          "%s of %s is a %s, and %s given. Give it a %s"
              .formatted(name, function, type.getSimpleName(), given(value), type.getSimpleName()));
    }
    return converted;
  }

  private static String given(@Nullable Object value) {
    if (value == null) {
      return "null is";
    }
    String text = value instanceof CharSequence ? "\"" + value + "\"" : Naming.brief(value, "one");
    return "the %s %s is"
        .formatted(value.getClass().getSimpleName(), text)
        .replace(" one is", " is");
  }

  private static @Nullable Object converted(Class<?> type, @Nullable Object value) {
    if (value instanceof Number n && (type == double.class || type == Double.class)) {
      return n.doubleValue();
    }
    if (value instanceof Number n && type == float.class) {
      return n.floatValue();
    }
    boolean whole = value instanceof Integer || value instanceof Short || value instanceof Byte;
    if (value instanceof Number n && type == long.class && (whole || value instanceof Long)) {
      return n.longValue();
    }
    if (value instanceof Number n && type == int.class && whole) {
      return n.intValue();
    }
    return wrapper(type).isInstance(value) ? value : null;
  }

  private static Class<?> wrapper(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  /** The parameters' types that are still free. */
  static Class<?>[] types(Target target) {
    MethodType type = type(target);
    return target.isStatic()
        ? type.dropParameterTypes(0, target.captured().size()).parameterArray()
        : type.dropParameterTypes(0, target.captured().size() - 1).parameterArray();
  }

  static MethodType type(Target target) {
    return MethodType.fromMethodDescriptorString(
        target.descriptor(), target.owner().getClassLoader());
  }

  /** A value to stand where none was given. */
  static @Nullable Object zero(Class<?> type) {
    return type.isPrimitive()
        ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
        : null;
  }
}
