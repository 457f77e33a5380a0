package org.jacobean.display;

/**
 * How values of one type look. Registered with {@code Renderings.register}, or named in a jar's
 * {@code META-INF/services/org.jacobean.display.Rendering}.
 *
 * @param <T> the type; values of its subtypes are rendered too unless those have a closer one
 */
public interface Rendering<T> {
  Class<T> type();

  Bundle render(T value);
}
