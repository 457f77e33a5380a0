package org.jacobean.autodiff.rule;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jacobean.autodiff.error.BadArgument;
import org.jspecify.annotations.Nullable;

/**
 * A derivative written by hand.
 *
 * @param partials one for each parameter, or none
 * @param forward from arguments and tangents to the result's tangent
 * @param reverse from arguments and the result's weight to adjoints
 */
public record UserRule(
    Method function, List<Method> partials, @Nullable Method forward, @Nullable Method reverse) {

  /** Whether it is about numbers alone. */
  public boolean scalar() {
    return function.getReturnType() == double.class
        && Arrays.stream(function.getParameterTypes()).allMatch(t -> t == double.class);
  }

  /** Whether it gives the partial derivatives one by one, as the engine's own rules do. */
  public boolean elementary() {
    boolean one = function.getParameterCount() == 1;
    return scalar() && (!partials.isEmpty() || forward != null || one && reverse != null);
  }

  /** The rule as the engine's own are, for numbers alone. */
  public Rule rule() {
    int n = function.getParameterCount();
    List<Term> all = new ArrayList<>();
    for (int i = 0; i < n; i++) all.add(partial(i, n));
    return new Rule(function.getName(), List.copyOf(all), List.copyOf(all), "as written by hand");
  }

  private Term partial(int i, int n) {
    List<Term> args = new ArrayList<>();
    for (int k = 0; k < n; k++) args.add(new Term.Arg(k));
    if (!partials.isEmpty()) return new Term.Call(partials.get(i), args);
    if (forward != null) {
      for (int k = 0; k < n; k++) args.add(k == i ? Term.ONE : Term.ZERO);
      return new Term.Call(forward, args);
    }
    args.add(Term.ONE);
    return new Term.Call(Objects.requireNonNull(reverse), args);
  }

  /** Refuses what does not fit, in words. */
  UserRule checked() {
    Class<?>[] in = function.getParameterTypes();
    if (!partials.isEmpty() && (!scalar() || partials.size() != in.length))
      throw new BadArgument(
          "The rule of `"
              + name(function)
              + "` has "
              + partials.size()
              + " partial derivatives: partials are for functions of numbers alone, one for each of"
              + " its "
              + in.length
              + " parameters");
    for (Method p : partials) fits(p, double.class, List.of(in));
    List<Class<?>> along = new ArrayList<>(List.of(in));
    for (Class<?> c : in) if (real(c)) along.add(c);
    if (forward != null) fits(forward, function.getReturnType(), along);
    List<Class<?>> back = new ArrayList<>(List.of(in));
    back.add(function.getReturnType());
    for (Class<?> c : in) if (c == double[].class) back.add(c);
    if (reverse != null) fits(reverse, adjoints(in), back);
    return this;
  }

  private static Class<?> adjoints(Class<?>[] in) {
    long numbers = Arrays.stream(in).filter(c -> c == double.class).count();
    return numbers == 0 ? void.class : numbers == 1 ? double.class : double[].class;
  }

  /** Whether a parameter carries a derivative. */
  public static boolean real(Class<?> c) {
    return c == double.class || c == double[].class;
  }

  private void fits(Method m, Class<?> result, List<Class<?>> parameters) {
    if (m.getReturnType() == result && List.of(m.getParameterTypes()).equals(parameters)) return;
    throw new BadArgument(
        "`"
            + name(m)
            + "` in the rule of `"
            + name(function)
            + "` must be "
            + result.getSimpleName()
            + " "
            + parameters.stream()
                .map(Class::getSimpleName)
                .toList()
                .toString()
                .replace('[', '(')
                .replace(']', ')')
                .replace("()", "[]")
            + ", and is not");
  }

  static String name(Method m) {
    return m.getDeclaringClass().getSimpleName() + "." + m.getName();
  }
}
