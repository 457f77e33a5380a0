package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Numbers;

/** A plot in a sentence or two. */
final class Words {
  private static final Map<String, String> KINDS =
      Map.of(
          "line", "line",
          "point", "points",
          "path", "path",
          "histogram", "histogram",
          "tile", "heat map",
          "polygon", "filled contours",
          "segment", "segments");

  private Words() {}

  static String describe(Frame frame, List<Layer> layers) {
    List<String> sentences = new ArrayList<>();
    if (!frame.takeaway().isEmpty()) {
      sentences.add(frame.takeaway());
    }
    for (Layer layer : layers) {
      String kind = kind(layer);
      boolean scenery = layer.geom().equals("path") && layer.series().isEmpty();
      if (kind != null && !scenery && sentences.size() < 6) {
        sentences.add(sentence(kind, frame, layer));
      }
    }
    return sentences.isEmpty() ? "an empty plot" : String.join("; ", sentences);
  }

  private static @org.jspecify.annotations.Nullable String kind(Layer layer) {
    boolean arrows = layer.geom().equals("polygon") && !layer.columns().containsKey("fill");
    return arrows ? "arrows" : KINDS.get(layer.geom());
  }

  private static String sentence(String kind, Frame frame, Layer layer) {
    String name = layer.series().isEmpty() ? kind : kind + " \"" + layer.series() + "\"";
    return name
        + range(frame.x().label(), layer.columns().get("x"))
        + range(frame.y().label(), layer.columns().get("y"));
  }

  private static String range(String axis, @org.jspecify.annotations.Nullable List<?> column) {
    if (column == null) {
      return "";
    }
    double[] values = Numerals.numbers(column);
    return ", %s from %s to %s"
        .formatted(
            axis,
            Numbers.format(Numerals.least(values), 4),
            Numbers.format(Numerals.greatest(values), 4));
  }
}
