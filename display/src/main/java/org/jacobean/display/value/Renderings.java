package org.jacobean.display.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jacobean.display.Bundle;
import org.jacobean.display.Rendering;
import org.jacobean.display.Showable;

/**
 * Finds a value's rendering by its type: what the user registered, then what jars offer, then what
 * every notebook has. Among several that fit, the closest type wins, then the newest.
 */
public final class Renderings {
  /** The notebook's own, since a user's cell has no other way to reach it. */
  private static final Renderings NOTEBOOK = new Renderings();

  private final List<Rendering<?>> registered = new CopyOnWriteArrayList<>();
  private final List<Rendering<?>> offered = new ArrayList<>();

  public Renderings() {
    ServiceLoader.load(Rendering.class, Renderings.class.getClassLoader()).forEach(offered::add);
  }

  public static Renderings ofNotebook() {
    return NOTEBOOK;
  }

  /** From now on values of that type look like this. */
  public <T> Renderings register(Class<T> type, Function<? super T, Bundle> look) {
    registered.add(0, new Registered<>(type, look));
    return this;
  }

  /** How the value looks, if anything here knows. */
  public Optional<Bundle> render(Object value) {
    Optional<Rendering<?>> own = closest(registered, value).or(() -> closest(offered, value));
    if (own.isPresent()) {
      return Optional.of(apply(own.get(), value));
    }
    return value instanceof Showable showable
        ? Optional.of(showable.show())
        : StandardRenderings.render(value);
  }

  /** Whether {@link #render} has something for it, without the work of rendering. */
  public boolean knows(Object value) {
    return closest(registered, value).isPresent()
        || closest(offered, value).isPresent()
        || value instanceof Showable
        || StandardRenderings.knows(value);
  }

  private static Optional<Rendering<?>> closest(List<Rendering<?>> candidates, Object value) {
    Rendering<?> best = null;
    for (Rendering<?> candidate : candidates) {
      if (candidate.type().isInstance(value)
          && (best == null || closer(candidate.type(), best.type()))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean closer(Class<?> one, Class<?> other) {
    return one != other && other.isAssignableFrom(one);
  }

  private static <T> Bundle apply(Rendering<T> rendering, Object value) {
    return rendering.render(rendering.type().cast(value));
  }

  private record Registered<T>(Class<T> type, Function<? super T, Bundle> look)
      implements Rendering<T> {
    @Override
    public Bundle render(T value) {
      return look.apply(value);
    }
  }
}
