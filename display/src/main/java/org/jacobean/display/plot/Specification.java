package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Numbers;

/**
 * A plot in Lets-Plot's raw form: maps and lists, as its Python and Kotlin front ends send them.
 */
final class Specification {
  private Specification() {}

  static Map<String, Object> of(Frame frame, List<Layer> layers) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("kind", "plot");
    spec.put("data", new LinkedHashMap<>());
    spec.put("mapping", new LinkedHashMap<>());
    if (!frame.title().isEmpty()) {
      spec.put("ggtitle", map("text", frame.title()));
    }
    spec.put("theme", theme());
    if (frame.equalAxes()) {
      spec.put("coord", map("name", "fixed"));
    }
    spec.put("scales", scales(frame, layers));
    spec.put("layers", layers.stream().map(layer -> layer(frame, layer)).toList());
    return spec;
  }

  private static Map<String, Object> layer(Frame frame, Layer layer) {
    Map<String, Object> data = new LinkedHashMap<>(layer.columns());
    data.replaceAll((aesthetic, values) -> frame.onAxis(aesthetic, (List<?>) values));
    Map<String, Object> mapping = new LinkedHashMap<>();
    layer.columns().keySet().forEach(aesthetic -> mapping.put(aesthetic, aesthetic));
    Map<String, Object> spec = new LinkedHashMap<>(layer.constants());
    spec.put("geom", layer.geom());
    spec.put("data", data);
    spec.put("mapping", mapping);
    spec.put("tooltips", "none");
    return spec;
  }

  private static List<Map<String, Object>> scales(Frame frame, List<Layer> layers) {
    List<Map<String, Object>> scales = new ArrayList<>();
    boolean painted = layers.stream().anyMatch(layer -> layer.columns().containsKey("fill"));
    scales.add(axis("x", frame.x(), painted, layers));
    scales.add(axis("y", frame.y(), painted, layers));
    if (painted) {
      scales.add(fill(frame.legend()));
    }
    return scales;
  }

  private static Map<String, Object> fill(Frame.Legend legend) {
    Map<String, Object> scale =
        map(
            "aesthetic",
            "fill",
            "name",
            legend.name(),
            "scale_mapper_kind",
            "color_gradientn",
            "colors",
            Palette.amounts());
    if (!legend.breaks().isEmpty()) {
      scale.put("breaks", legend.breaks());
      scale.put("labels", legend.labels());
    }
    return scale;
  }

  private static Map<String, Object> axis(
      String aesthetic, Frame.Axis axis, boolean painted, List<Layer> layers) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", axis.label());
    if (painted) {
      scale.put("expand", List.of(0.0, 0.0));
    }
    if (!axis.transform().isEmpty() && !axis.logarithmic()) {
      scale.put("trans", axis.transform());
    }
    if (!axis.limits().isEmpty()) {
      scale.put("limits", axis.limits());
    }
    if (axis.logarithmic()) {
      Decades decades = Decades.of(aesthetic, layers);
      scale.put("breaks", decades.breaks().stream().map(Math::log10).toList());
      scale.put("labels", decades.labels());
    } else if (!axis.breaks().isEmpty()) {
      scale.put("breaks", axis.breaks());
      scale.put("labels", axis.breaks().stream().map(Numbers::format).toList());
    }
    return scale;
  }

  private static Map<String, Object> theme() {
    return map(
        "name", "minimal",
        "text", map("name", "text", "color", Ink.TEXT, "blank", false),
        "axis_line", map("name", "line", "color", Ink.TEXT, "size", 0.6, "blank", false),
        "axis_ticks", map("name", "line", "color", Ink.TEXT, "blank", false),
        "panel_grid", map("name", "line", "color", Ink.GRID, "size", 0.6, "blank", false),
        "panel_grid_minor", map("name", "blank", "blank", true),
        "plot_background", map("name", "blank", "blank", true),
        "legend_background", map("name", "blank", "blank", true));
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
