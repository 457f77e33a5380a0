package org.jacobean.autodiff.trace.copy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jacobean.autodiff.trace.rewrite.CallTable;

/** Objects that are the same inside and outside a world, because they do not change. */
final class Shared {
  private static final List<Class<?>> VALUES =
      List.of(
          String.class,
          Boolean.class,
          Character.class,
          OptionalDouble.class,
          OptionalInt.class,
          OptionalLong.class,
          Locale.class,
          UUID.class);

  private static final List<String> PACKAGES =
      List.of(
          "java.time.",
          "java.math.",
          "java.net.",
          "java.util.regex.",
          "java.util.logging.",
          "java.lang.invoke.",
          "java.lang.reflect.");

  private Shared() {}

  static boolean asIs(Object o) {
    Class<?> c = o.getClass();
    String name = c.getName();
    return VALUES.contains(c)
        || o instanceof Number && name.startsWith("java.lang.")
        || !c.isHidden()
            && CallTable.isJdk(name.replace('.', '/'))
            && PACKAGES.stream().anyMatch(name::startsWith);
  }
}
