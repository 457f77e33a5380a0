package org.jacobean.autodiff;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.rule.UserRule;
import org.jacobean.autodiff.rule.UserRules;
import org.jspecify.annotations.Nullable;

/**
 * A rule being written for a static method: what its derivative is. Each of the methods here takes
 * static methods, as {@link Method}, as {@link Target} ({@link Diff#function}) or as lambdas that
 * capture nothing, and is in force from then on.
 */
public final class HandWritten {
  private final Method function;
  private List<Method> partials = List.of();
  private @Nullable Method forward;
  private @Nullable Method reverse;

  HandWritten(Object function) {
    this.function = method(function);
  }

  /** Partial derivatives of a function of numbers: one for each parameter, of its parameters. */
  public HandWritten partials(Object... byEach) {
    List<Method> all = new ArrayList<>();
    for (Object p : byEach) all.add(method(p));
    partials = all;
    return register();
  }

  /** From the arguments and their tangents to the tangent of the result. */
  public HandWritten forward(Object method) {
    forward = method(method);
    return register();
  }

  /**
   * From the arguments, the weight of the result and an array to add to for each array, to the
   * partial derivative by the number, or the array of those by several.
   */
  public HandWritten reverse(Object method) {
    reverse = method(method);
    return register();
  }

  private HandWritten register() {
    UserRules.add(new UserRule(function, partials, forward, reverse));
    return this;
  }

  private static Method method(Object function) {
    Target t = Functions.behind(function);
    if (!t.captured().isEmpty())
      throw new BadArgument(
          "A rule is made of static methods and lambdas that capture nothing; `"
              + t.source()
              + "` captures "
              + t.captured().size()
              + " values: pass them as arguments");
    return Functions.method(t);
  }
}
