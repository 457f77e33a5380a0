package org.jacobean.display.graph;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.plot.Drawn;
import org.jacobean.display.plot.Picture;

/**
 * A directed graph without cycles, to be drawn.
 *
 * @param title above the drawing
 * @param takeaway what it shows, for those who do not see it
 * @param boxes each before those it leads to
 */
public record Diagram(String title, String takeaway, List<Box> boxes, List<Arrow> arrows)
    implements Drawn {

  /** The most boxes that are drawn one by one; more are folded. */
  public static final int READABLE = 60;

  /** What a box stands for; it decides the colour. */
  public enum Kind {
    INPUT,
    CONSTANT,
    OPERATION,
    OUTPUT,
    FOLDED
  }

  /**
   * A box.
   *
   * @param label in large letters
   * @param lines below it in small ones
   * @param group what it is folded with when there are too many; boxes side by side alone are
   */
  public record Box(String label, List<String> lines, Kind kind, String group) {
    public Box {
      lines = List.copyOf(lines);
    }
  }

  /** From one box to a later one, by their positions. */
  public record Arrow(int from, int to, String label) {}

  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    for (Arrow arrow : arrows) {
      if (arrow.from < 0 || arrow.from >= arrow.to || arrow.to >= boxes.size()) {
        throw new IllegalArgumentException("an arrow leads from a box to a later one: " + arrow);
      }
    }
  }

  /** The same, folded if it is too large to read. */
  public Diagram readable() {
    return boxes.size() <= READABLE ? this : Folding.of(this);
  }

  @Override
  public Picture draw() {
    return DiagramSvg.draw(readable());
  }

  @Override
  public Bundle show() {
    Picture picture = draw();
    List<String> lines = new ArrayList<>(List.of(picture.text()));
    Diagram shown = readable();
    for (int i = 0; i < shown.boxes.size(); i++) {
      lines.add(line(shown, i));
    }
    Bundle drawn = picture.show();
    return new Bundle(Bundle.of(String.join("\n", lines)).data())
        .html(drawn.html())
        .svg(drawn.get("image/svg+xml").orElse(""));
  }

  private static String line(Diagram diagram, int box) {
    StringBuilder line = new StringBuilder("  ").append(diagram.boxes.get(box).label());
    List<String> from = new ArrayList<>();
    for (Arrow arrow : diagram.arrows) {
      if (arrow.to == box) {
        String label = arrow.label.isEmpty() ? "" : " (" + arrow.label + ")";
        from.add(diagram.boxes.get(arrow.from).label() + label);
      }
    }
    String details = String.join(", ", diagram.boxes.get(box).lines());
    line.append(details.isEmpty() ? "" : ": " + details);
    return from.isEmpty() ? line.toString() : line + "  ← " + String.join(", ", from);
  }
}
