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
    spec.put("layers", layers.stream().map(Specification::layer).toList());
    return spec;
  }

  private static Map<String, Object> layer(Layer layer) {
    Map<String, Object> data = new LinkedHashMap<>(layer.columns());
    Map<String, Object> mapping = new LinkedHashMap<>();
    layer.columns().keySet().forEach(aesthetic -> mapping.put(aesthetic, aesthetic));
    Map<String, Object> spec = new LinkedHashMap<>(layer.constants());
    if (!layer.series().isEmpty()) {
      int rows = layer.columns().values().iterator().next().size();
      data.put("series", java.util.Collections.nCopies(rows, layer.series()));
      mapping.put("color", "series");
      spec.remove("color");
    }
    spec.put("geom", layer.geom());
    spec.put("data", data);
    spec.put("mapping", mapping);
    spec.put("tooltips", "none");
    return spec;
  }

  private static List<Map<String, Object>> scales(Frame frame, List<Layer> layers) {
    List<Map<String, Object>> scales = new ArrayList<>();
    scales.add(axis("x", frame.x()));
    scales.add(axis("y", frame.y()));
    boolean painted = layers.stream().anyMatch(layer -> layer.columns().containsKey("fill"));
    if (layers.stream().anyMatch(layer -> !layer.series().isEmpty())) {
      List<String> kinds = painted ? Palette.ON_AMOUNTS : Palette.KINDS;
      scales.add(map("aesthetic", "color", "name", "", "discrete", true, "values", kinds));
    }
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

  private static Map<String, Object> axis(String aesthetic, Frame.Axis axis) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", axis.label());
    if (!axis.transform().isEmpty()) {
      scale.put("trans", axis.transform());
    }
    if (!axis.breaks().isEmpty()) {
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
