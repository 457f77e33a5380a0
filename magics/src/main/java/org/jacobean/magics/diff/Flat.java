package org.jacobean.magics.diff;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.display.DisplayException;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A function as one of a single vector, which is how second derivatives and products are asked for.
 *
 * @param chosen positions of the parameters it is made of; the others are held
 * @param target a method of numbers alone, or of one vector
 * @param names of the vector's entries
 * @param point where it is asked about
 */
record Flat(Subject subject, int[] chosen, Target target, List<String> names, double[] point) {
  /** Longer arrays are copied out of the vector, shorter ones written down entry by entry. */
  private static final int WRITTEN = 32;

  static Flat of(Notebook notebook, Arguments given, Subject subject) throws Exception {
    int[] chosen = Chosen.positions(given, subject);
    List<Entry> entries = new ArrayList<>();
    for (int i : chosen) {
      Subject.Parameter parameter = subject.parameters().get(i);
      entries.addAll(Entry.of(parameter.name(), parameter.value(), null));
    }
    List<String> names = entries.stream().map(Entry::name).toList();
    double[] point = entries.stream().mapToDouble(Entry::value).toArray();
    boolean all = chosen.length == subject.parameters().size();
    Target target =
        all && fits(subject) ? subject.target() : wrapped(notebook, given, subject, chosen);
    return new Flat(subject, chosen, target, names, point);
  }

  private static boolean fits(Subject subject) {
    List<Subject.Parameter> all = subject.parameters();
    boolean numbers = all.stream().allMatch(p -> p.type() == double.class);
    return numbers || (all.size() == 1 && all.get(0).type() == double[].class);
  }

  /** A lambda of the session that takes the vector apart and has the other arguments bound. */
  private static Target wrapped(Notebook notebook, Arguments given, Subject subject, int[] chosen)
      throws MagicException {
    StringBuilder call = new StringBuilder();
    int next = 0;
    for (int i = 0; i < subject.parameters().size(); i++) {
      Subject.Parameter p = subject.parameters().get(i);
      call.append(i == 0 ? "" : ", ");
      boolean free = contains(chosen, i);
      call.append(free ? piece(p.type(), p.value(), next) : bound(p, i));
      next += free ? Entry.of(p.name(), p.value(), null).size() : 0;
    }
    String field = subject.returns().isArray() ? "VectorField" : "ScalarField";
    String type = "org.jacobean.autodiff." + field;
    String source =
        "(java.util.function.Function<Object[], %s>) (c -> (%s) (v -> %s(%s)))"
            .formatted(type, type, subject.title(), call);
    try {
      @SuppressWarnings("unchecked")
      Function<@Nullable Object[], Object> factory =
          (Function<@Nullable Object[], Object>) notebook.evaluate(source);
      return Functions.target(java.util.Objects.requireNonNull(factory).apply(subject.arguments()));
    } catch (Exception failed) {
      throw given.mistake(
          "%s cannot be seen as a function of one vector: %s"
              .formatted(subject.title(), Values.firstLine(failed)));
    }
  }

  private static boolean contains(int[] chosen, int i) {
    return Arrays.stream(chosen).anyMatch(c -> c == i);
  }

  private static String bound(Subject.Parameter parameter, int i) {
    String type = parameter.type().getCanonicalName();
    boolean ofSession = type.startsWith("REPL.") || type.contains("$");
    return "(%s) c[%d]".formatted(ofSession ? parameter.type().getSimpleName() : type, i);
  }

  private static String piece(Class<?> type, @Nullable Object value, int next) {
    if (type == double.class || type == Double.class) {
      return "v[" + next + "]";
    }
    if (type == float.class) {
      return "(float) v[" + next + "]";
    }
    if (value instanceof double[] numbers && numbers.length > WRITTEN) {
      return "java.util.Arrays.copyOfRange(v, %d, %d)".formatted(next, next + numbers.length);
    }
    return value != null && type.isArray() ? array(type, value, next) : "null";
  }

  private static String array(Class<?> type, Object value, int next) {
    List<String> pieces = new ArrayList<>();
    int at = next;
    for (int i = 0; i < Array.getLength(value); i++) {
      Object element = Array.get(value, i);
      pieces.add(piece(type.getComponentType(), element, at));
      at += Entry.of("", element, null).size();
    }
    return "new " + type.getCanonicalName() + " {" + String.join(", ", pieces) + "}";
  }

  /** The function's value where all arguments stand as given. */
  double value() {
    return subject.call(subject.arguments()) instanceof Number n ? n.doubleValue() : Double.NaN;
  }

  /** Calls the function at another point of the vector space. */
  double value(double... at) {
    return subject.call(arguments(at)) instanceof Number n ? n.doubleValue() : Double.NaN;
  }

  double[] values(double... at) {
    Object result = subject.call(arguments(at));
    return result instanceof double[] vector
        ? vector
        : result instanceof Number n ? new double[] {n.doubleValue()} : new double[0];
  }

  private @Nullable Object[] arguments(double[] at) {
    @Nullable Object[] arguments = subject.arguments();
    int next = 0;
    for (int i = 0; i < arguments.length; i++) {
      Subject.Parameter p = subject.parameters().get(i);
      if (contains(chosen, i)) {
        int size = Entry.of(p.name(), p.value(), null).size();
        arguments[i] = rebuilt(p.type(), p.value(), at, next);
        next += size;
      }
    }
    return arguments;
  }

  private static @Nullable Object rebuilt(
      Class<?> type, @Nullable Object shape, double[] at, int next) {
    if (type == float.class) {
      return (float) at[next];
    }
    if (shape instanceof Number) {
      return at[next];
    }
    if (shape instanceof double[] numbers) {
      return Arrays.copyOfRange(at, next, next + numbers.length);
    }
    if (shape instanceof Record record) {
      return rebuilt(record, at, next);
    }
    if (shape == null || !type.isArray()) {
      return shape;
    }
    Object copy = Array.newInstance(type.getComponentType(), Array.getLength(shape));
    int k = next;
    for (int i = 0; i < Array.getLength(shape); i++) {
      Object element = Array.get(shape, i);
      Array.set(copy, i, rebuilt(type.getComponentType(), element, at, k));
      k += Entry.of("", element, null).size();
    }
    return copy;
  }

  private static Object rebuilt(Record shape, double[] at, int next) {
    RecordComponent[] components = shape.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    int k = next;
    for (int i = 0; i < components.length; i++) {
      Object part = Entry.read(components[i], shape);
      types[i] = components[i].getType();
      values[i] = rebuilt(types[i], part, at, k);
      k += Entry.of("", part, null).size();
    }
    try {
      Constructor<?> canonical = shape.getClass().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new DisplayException.Unknown(
          shape.getClass().getSimpleName() + " refuses other numbers: " + refused.getCause());
    }
  }
}
