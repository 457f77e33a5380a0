package org.jacobean.magics.diff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A function of the session and where it is asked about.
 *
 * @param title how it is named, such as {@code f} or {@code x*x*y}
 * @param target what the engine differentiates
 * @param parameters with the values asked at
 * @param method the function itself
 */
record Subject(String title, Target target, List<Parameter> parameters, Method method) {

  Subject(String title, Target target, List<Parameter> parameters) {
    this(title, target, parameters, found(target));
  }

  /** One parameter: its name, its type and the value asked at. */
  record Parameter(String name, Class<?> type, @Nullable Object value) {
    boolean real() {
      return type == double.class || type == float.class || type == Double.class;
    }

    /** Whether derivatives by it make sense: reals, and whatever may hold them. */
    boolean active() {
      boolean counted = type.isPrimitive() && !real();
      boolean text = CharSequence.class.isAssignableFrom(type) || type.isEnum();
      return !counted
          && !text
          && type != Integer.class
          && type != Long.class
          && type != Boolean.class
          && !countedArray();
    }

    private boolean countedArray() {
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      return type.isArray()
          && element.isPrimitive()
          && element != double.class
          && element != float.class;
    }
  }

  Subject {
    parameters = List.copyOf(parameters);
  }

  @Nullable Object[] arguments() {
    return parameters.stream().map(Parameter::value).toArray();
  }

  /** Such as {@code f(x, y)}. */
  String signature() {
    return title.matches("\\w+")
        ? title + "(" + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ")"
        : title;
  }

  Subject at(@Nullable Object... values) {
    List<Parameter> moved = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      moved.add(new Parameter(parameters.get(i).name(), parameters.get(i).type(), values[i]));
    }
    return new Subject(title, target, moved, method);
  }

  /** Calls the function itself, plainly. */
  @Nullable Object call(@Nullable Object... arguments) {
    List<@Nullable Object> all = new ArrayList<>(target.captured());
    all.addAll(Arrays.asList(arguments));
    Object receiver = target.isStatic() ? null : all.remove(0);
    try {
      return method.invoke(receiver, all.toArray());
    } catch (InvocationTargetException e) {
      throw new Thrown(title, e.getCause() == null ? e : e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method found(Target target) {
    for (Method m : target.owner().getDeclaredMethods()) {
      if (m.getName().equals(target.name())
          && Arrays.equals(m.getParameterTypes(), Values.type(target).parameterArray())) {
        m.setAccessible(true);
        return m;
      }
    }
    throw new IllegalStateException(target + " is gone");
  }

  Class<?> returns() {
    return method.getReturnType();
  }

  static List<String> names(Target target) {
    List<String> all = Signature.of(target).names();
    return all.subList(target.captured().size(), all.size());
  }

  /** The function itself failed where it was asked. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Thrown(String function, Throwable cause) {
      super(function + " itself throws " + cause, cause);
    }
  }
}
