package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks of one kind, in Lets-Plot's words.
 *
 * @param geom such as {@code line}, {@code point}, {@code polygon}
 * @param columns aesthetic (x, y, fill, label …) to the values that drive it
 * @param constants aesthetics that are the same for all marks, and settings of the geom
 * @param series its name in the legend; empty for none
 */
record Layer(
    String geom, Map<String, List<?>> columns, Map<String, Object> constants, String series) {

  /** What an empty plot holds, so that it has axes. */
  static final Layer NOTHING =
      xy("point", new double[] {0, 1}, new double[] {0, 1}).with("alpha", 0.0);

  static Layer of(String geom, Map<String, List<?>> columns) {
    return new Layer(geom, columns, Map.of(), "");
  }

  static Layer xy(String geom, double[] xs, double[] ys) {
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", Numerals.column(xs));
    columns.put("y", Numerals.column(ys));
    return of(geom, columns);
  }

  /** A line that ends where a number is missing and begins anew after it. */
  static Layer unbroken(String geom, double[] xs, double[] ys) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Integer> group = new ArrayList<>();
    int stretch = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
        x.add(xs[i]);
        y.add(ys[i]);
        group.add(stretch);
      } else {
        stretch++;
      }
    }
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", x);
    columns.put("y", y);
    if (stretch > 0) {
      columns.put("group", group);
    }
    return of(geom, columns);
  }

  Layer with(String constant, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(constants);
    more.put(constant, value);
    return new Layer(geom, columns, more, series);
  }

  Layer driven(String aesthetic, List<?> values) {
    Map<String, List<?>> more = new LinkedHashMap<>(columns);
    more.put(aesthetic, values);
    return new Layer(geom, more, constants, series);
  }

  Layer named(String name) {
    return new Layer(geom, columns, constants, name);
  }
}
