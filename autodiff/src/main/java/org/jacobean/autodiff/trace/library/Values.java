package org.jacobean.autodiff.trace.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jacobean.autodiff.trace.tape.Texts;
import org.jspecify.annotations.Nullable;

/** Boxes and arrays seen by their plain values. */
final class Values {
  /** The natural order, active boxes by their values. */
  static final Comparator<Object> ORDER = Values::compare;

  private Values() {}

  static boolean active(@Nullable Object o) {
    return o instanceof Double d && Tape.active(d);
  }

  /** The object itself; for an active box, its plain value boxed. */
  static @Nullable Object plain(@Nullable Object o) {
    if (o instanceof Double d) {
      double e = d;
      return !Double.isNaN(e) ? o : (Object) Tape.plain(e);
    }
    return o;
  }

  static Object @Nullable [] plain(Object @Nullable [] a) {
    if (a == null) {
      return null;
    }
    Object[] r = new Object[a.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = plain(a[i]);
    }
    return r;
  }

  static double @Nullable [] plain(double @Nullable [] a) {
    return a == null ? null : Arrays.stream(a).map(Tape::plain).toArray();
  }

  static boolean anyActive(double @Nullable [] a) {
    if (a != null) {
      for (double d : a) {
        if (Tape.active(d)) {
          return true;
        }
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  static int compare(Object a, Object b) {
    return a instanceof Double x && b instanceof Double y
        ? Double.compare(Tape.plain(x), Tape.plain(y))
        : ((Comparable<Object>) a).compareTo(b);
  }

  /** Text of a value, noted when it is active. */
  static String text(double d) {
    String s = Double.toString(Tape.plain(d));
    return Tape.active(d) ? Texts.made(s) : s;
  }

  static String text(@Nullable Object o) {
    if (o instanceof Double d) {
      return text(d.doubleValue());
    }
    Object shown = shown(o);
    return shown == o ? String.valueOf(o) : Texts.made(String.valueOf(shown));
  }

  /**
   * Containers of active values with plain ones in their place, as far as their text shows them.
   */
  private static @Nullable Object shown(@Nullable Object o) {
    if (o instanceof Collection<?> c && c.stream().anyMatch(Values::active)) {
      return c.stream().map(Values::plain).toList();
    }
    if (o instanceof Map<?, ?> m && m.values().stream().anyMatch(Values::active)) {
      Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
      m.forEach((k, v) -> plain.put(k, plain(v)));
      return plain;
    }
    if (o instanceof Optional<?> p && p.isPresent() && active(p.get())) {
      return Optional.of(Objects.requireNonNull(plain(p.get())));
    }
    return o instanceof OptionalDouble d && d.isPresent() && Tape.active(d.getAsDouble())
        ? OptionalDouble.of(Tape.plain(d.getAsDouble()))
        : o;
  }

  static boolean anyActive(Object @Nullable [] a) {
    return a != null && Arrays.stream(a).anyMatch(Values::active);
  }
}
