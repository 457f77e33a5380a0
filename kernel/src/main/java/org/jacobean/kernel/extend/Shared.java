package org.jacobean.kernel.extend;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the magics of one session keep between calls and share, such as the repositories that {@code
 * %mavenRepo} adds for {@code %maven}: one object a type, so that no magic needs static state.
 */
public final class Shared {
  private final Map<Class<?>, Object> objects = new ConcurrentHashMap<>();

  /** The session's object of that type, made when first asked for. */
  public <T> T of(Class<T> type, Supplier<? extends T> first) {
    return type.cast(objects.computeIfAbsent(type, t -> first.get()));
  }
}
