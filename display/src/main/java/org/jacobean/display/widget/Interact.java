package org.jacobean.display.widget;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jacobean.display.Bundle;
import org.jacobean.display.value.Renderings;
import org.jspecify.annotations.Nullable;

/**
 * A function with its controls above and what it gives below, computed anew at each move. What it
 * throws stands in the place of its result.
 */
public final class Interact {
  private Interact() {}

  /** A function of one control. */
  public static <A> VBox interact(Function<A, @Nullable Object> f, Controls<A, ?> a) {
    return box(List.of(a), () -> f.apply(a.value()));
  }

  /** A function of two controls: {@code interact((a, b) -> a * b, first, second)}. */
  public static <A, B> VBox interact(
      BiFunction<A, B, @Nullable Object> f, Controls<A, ?> a, Controls<B, ?> b) {
    return box(List.of(a, b), () -> f.apply(a.value(), b.value()));
  }

  /** A function of three controls. */
  public static <A, B, C> VBox interact(
      Three<A, B, C> f, Controls<A, ?> a, Controls<B, ?> b, Controls<C, ?> c) {
    return box(List.of(a, b, c), () -> f.apply(a.value(), b.value(), c.value()));
  }

  /** A function of three values. */
  @FunctionalInterface
  public interface Three<A, B, C> {
    @Nullable Object apply(A a, B b, C c);
  }

  private static VBox box(List<Controls<?, ?>> controls, Supplier<@Nullable Object> result) {
    Output output = new Output();
    Runnable renew = () -> show(output, result);
    controls.forEach(control -> control.observe(value -> renew.run()));
    renew.run();
    return new VBox(Stream.concat(controls.stream(), Stream.of(output)).toArray(Widget[]::new));
  }

  private static void show(Output output, Supplier<@Nullable Object> result) {
    try {
      Object value = result.get();
      if (value == null) {
        output.clear();
      } else {
        output.show(
            Renderings.ofNotebook()
                .render(value)
                .orElseGet(() -> Bundle.of(String.valueOf(value))));
      }
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      output.fail(failure);
    }
  }
}
