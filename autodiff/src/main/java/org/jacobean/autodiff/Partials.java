package org.jacobean.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.BadArgument;

/**
 * Partial derivatives by parameter, each of the parameter's own shape: a number, an array, a
 * record.
 */
public final class Partials {
  private final Map<String, Object> byName;

  Partials(Map<String, Object> byName) {
    this.byName = new LinkedHashMap<>(byName);
  }

  /** Names of the parameters differentiated by, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The partial derivative by a parameter. */
  public Object of(String name) {
    Object v = byName.get(name);
    if (v == null)
      throw new BadArgument("No derivative was taken by `" + name + "`, only by " + names());
    return v;
  }

  /** The partial derivative by the parameter at a position among those differentiated by. */
  public Object of(int position) {
    if (position < 0 || position >= byName.size())
      throw new BadArgument(
          "There are "
              + byName.size()
              + " partial derivatives, by "
              + names()
              + "; none at position "
              + position);
    return new ArrayList<>(byName.values()).get(position);
  }

  public double number(String name) {
    return ((Number) of(name)).doubleValue();
  }

  public double[] vector(String name) {
    return (double[]) of(name);
  }

  public double[][] matrix(String name) {
    return (double[][]) of(name);
  }

  public Map<String, Object> asMap() {
    return java.util.Collections.unmodifiableMap(byName);
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder("{");
    byName.forEach(
        (n, v) -> s.append(s.length() > 1 ? ", " : "").append(n).append("=").append(show(v)));
    return s.append("}").toString();
  }

  private static String show(Object v) {
    if (v instanceof double[] a) return Arrays.toString(a);
    if (v instanceof float[] a) return Arrays.toString(a);
    return v instanceof Object[] a ? Arrays.deepToString(a) : String.valueOf(v);
  }
}
