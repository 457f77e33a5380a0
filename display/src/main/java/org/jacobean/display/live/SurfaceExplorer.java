package org.jacobean.display.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A surface to turn and to click: at each point its slopes, tangent plane and gradient. */
public final class SurfaceExplorer extends LiveView {
  static final int COUNT = 41;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final Slopes slopes;

  /**
   * @param formulas of the partials ({@code fx}, {@code fy}), where there are any
   * @param start the point asked first; one aside the middle when it is empty
   */
  public SurfaceExplorer(
      String title, Axis x, Axis y, Map<String, String> formulas, double[] start, Slopes slopes) {
    this(title, x, y, List.of(), formulas, start, slopes);
  }

  /**
   * @param parameters further variables of the function, a slider each
   */
  public SurfaceExplorer(
      String title,
      Axis x,
      Axis y,
      List<Axis> parameters,
      Map<String, String> formulas,
      double[] start,
      Slopes slopes) {
    super(
        module("field.js", "scene.js", "landscape.js", "surface.js"),
        meta(title, x, y, parameters, formulas, start),
        SlopeGrid.of(slopes, x, y, COUNT, asides(parameters)).heights(),
        slopes);
    this.title = title;
    this.x = x;
    this.y = y;
    this.slopes = slopes;
  }

  private static double[] asides(List<Axis> parameters) {
    return parameters.stream().mapToDouble(Axis::aside).toArray();
  }

  private static Map<String, Object> meta(
      String title,
      Axis x,
      Axis y,
      List<Axis> parameters,
      Map<String, String> formulas,
      double[] start) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.putAll(map(x, y));
    meta.put("formula", formulas);
    if (!parameters.isEmpty()) {
      meta.put("sliders", parameters.stream().map(SurfaceExplorer::slider).toList());
    }
    double[] first = start.length == 2 ? start : new double[] {x.aside(), y.aside()};
    meta.put("start", Arrays.stream(first).boxed().toList());
    return meta;
  }

  /** The two axes of a map as the front ends read them. */
  static Map<String, Object> map(Axis x, Axis y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("xName", x.name());
    map.put("yName", y.name());
    map.put("x", x.described(COUNT));
    map.put("y", y.described(COUNT));
    return map;
  }

  private static Map<String, Object> slider(Axis axis) {
    return Map.of("name", axis.name(), "from", axis.from(), "to", axis.to(), "value", axis.aside());
  }

  /** The slopes at a point; where a slider was moved the whole grid anew. */
  @Override
  List<byte[]> answer(
      Map<String, @Nullable Object> question, Map<String, @Nullable Object> answer) {
    if (question.get("p") instanceof List<?> p && !p.isEmpty()) {
      super.answer(question, answer);
    }
    if (!"grid".equals(question.get("kind"))) {
      return List.of();
    }
    SlopeGrid grid = SlopeGrid.of(slopes, x, y, COUNT, point(question.get("values")));
    List<byte[]> numbers = new ArrayList<>();
    grid.heights().values().forEach(values -> numbers.add(bytes(values)));
    return numbers;
  }

  @Override
  String picture() {
    return StaticPicture.surface(grid("z"));
  }

  @Override
  protected String plain() {
    return "Surface of " + title + ": click a point for its slopes";
  }
}
