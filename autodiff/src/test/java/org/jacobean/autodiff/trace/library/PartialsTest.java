package org.jacobean.autodiff.trace.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.jacobean.autodiff.rule.Term;
import org.junit.jupiter.api.Test;

/** The partials that traced code calls are those of the one table, also at corners and poles. */
class PartialsTest {
  private static final double[] PLACES = {
    0, -0.0, 0.3, -0.3, 1, -1, 0.99, 2, -2, 7.5, -7.5, 1e-9, 400, Double.POSITIVE_INFINITY
  };

  /** Of other libraries only: no method of Math. */
  private static final Set<String> FOREIGN = Set.of("asinh", "acosh", "atanh");

  private static void same(
      String name, Term t, Method m, double[] args, double result, double second) throws Exception {
    m.setAccessible(true);
    double wanted = t.value(args, result);
    double got = (Double) m.invoke(null, args[0], second);
    String where = name + " at " + java.util.Arrays.toString(args);
    if (Double.isFinite(wanted)) assertEquals(wanted, got, 4e-16 * Math.abs(wanted), where);
    else assertEquals(wanted, got, where);
  }

  private static double value(String name, double... x) throws Exception {
    Class<?>[] types = new Class<?>[x.length];
    java.util.Arrays.fill(types, double.class);
    Object[] args = java.util.Arrays.stream(x).boxed().toArray();
    return (Double) Math.class.getMethod(name, types).invoke(null, args);
  }

  @Test
  void everyPartialIsTheTablesOwn() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (Method m : Partials.class.getDeclaredMethods()) {
      String name = m.getName();
      if (m.isSynthetic() || FOREIGN.contains(name)) continue;
      String function = name.replaceAll("(Base|Exponent|Left|Right)$", "");
      Rule r = java.util.Objects.requireNonNull(Rules.of(function), name);
      seen.add(function);
      for (double x : PLACES) {
        if (r.arity() == 1) {
          double y = value(function, x);
          same(name, r.partial(0, false), m, new double[] {x}, y, y);
          continue;
        }
        int index = name.endsWith("Exponent") || name.endsWith("Right") ? 1 : 0;
        for (double y : PLACES)
          same(name, r.partial(index, true), m, new double[] {x, y}, value(function, x, y), y);
      }
    }
    assertTrue(seen.size() >= 20, seen.toString());
  }
}
