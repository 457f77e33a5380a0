package org.jacobean.autodiff.compile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.tier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Refuses one array given twice to a function that overwrites it: each parameter has derivatives of
 * its own, and works on a copy of its own.
 */
public final class Distinct {
  private Distinct() {}

  /** The names of a program's parameters, one a line, {@code *} before those to be looked at. */
  static String layout(Program p, boolean[] written, int bound) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < written.length; i++) {
      Value v = p.params.get(i);
      s.append(written[i] && i >= bound ? "*" : " ").append(v.name).append('\n');
    }
    return s.toString();
  }

  /** Called by generated code before it runs. */
  public static void check(Frame f, String layout) {
    String[] names = layout.split("\n");
    for (int i = 0; i < names.length; i++) {
      if (names[i].charAt(0) != '*') continue;
      Set<Object> mine = Collections.newSetFromMap(new IdentityHashMap<>());
      String self = names[i].substring(1);
      add(f.refs[i], mine, self, self);
      for (int j = 0; j < names.length; j++)
        if (j != i) look(f.refs[j], mine, self, names[j].substring(1));
    }
  }

  private static void add(@Nullable Object array, Set<Object> mine, String a, String b) {
    if (!isArray(array)) return;
    if (!mine.add(array)) throw shared(a, b);
    if (array instanceof Object[] rows) for (Object r : rows) add(r, mine, a, b);
  }

  private static void look(@Nullable Object array, Set<Object> mine, String a, String b) {
    if (!isArray(array)) return;
    if (mine.contains(array)) throw shared(a, b);
    if (array instanceof Object[] rows) for (Object r : rows) look(r, mine, a, b);
  }

  private static boolean isArray(@Nullable Object o) {
    return o != null && o.getClass().isArray();
  }

  private static BadArgument shared(String a, String b) {
    return new BadArgument(
        a.equals(b)
            ? "Two rows of `"
                + a
                + "` are one array, which the function overwrites: pass a copy of one"
            : "`"
                + a
                + "` and `"
                + b
                + "` share an array, which the function overwrites: pass a copy of one");
  }
}
