package org.jacobean.autodiff.trace.library;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Static methods of Objects that look into boxes. */
@Replaces(Objects.class)
public final class ObjectsCalls {
  private ObjectsCalls() {}

  public static boolean equals(@Nullable Object a, @Nullable Object b) {
    return a instanceof Double ? BoxCalls.equals(a, b) : Objects.equals(a, b);
  }

  public static int hashCode(@Nullable Object a) {
    return a == null ? 0 : BoxCalls.hashCode(a);
  }

  public static int hash(Object @Nullable ... a) {
    return Objects.hash(Values.plain(a));
  }

  public static String toString(@Nullable Object a) {
    return Values.text(a);
  }
}
