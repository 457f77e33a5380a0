package org.jacobean.display.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jacobean.display.graph.Diagram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Every kind of picture is held to the structure of one that was looked at: its words exactly, its
 * marks by number within a tolerance. {@code -Djacobean.golden=write} writes them anew.
 */
class GoldenPicturesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path FROM_ROOT = Path.of("display").resolve(GOLDEN);
  private static final double TOLERANCE = 0.1;

  static Stream<Map.Entry<String, Picture>> pictures() {
    double[] xs = {0, 1, 2, 3, 4};
    double[] ys = {1, 10, 100, 1000, 10000};
    double[] bell =
        IntStream.range(0, 500).mapToDouble(i -> Math.sin(i) + Math.cos(3 * i)).toArray();
    double[] losses = IntStream.range(0, 80).mapToDouble(i -> 5 * Math.exp(-i / 9.0)).toArray();
    Map<String, Drawn> all = new LinkedHashMap<>();
    all.put("line", Plots.line(xs, ys).title("Growth").xLabel("day").yLabel("cells"));
    all.put("curve", Plots.line(Math::sin, -3, 3).title("sin"));
    all.put(
        "series",
        Plots.empty().line(xs, ys, "measured").line(xs, xs, "expected").points(xs, ys, "points"));
    all.put("poles", Plots.line(Math::tan, -5, 5).title("tan"));
    all.put("gaps", Plots.line(xs, new double[] {1, 2, Double.NaN, 3, 4}));
    all.put("scatter", Plots.scatter(xs, ys).title("Points & <b>lines</b>"));
    all.put("histogram", Plots.histogram(bell, 20).title("Values"));
    all.put("loss", Plots.loss(losses));
    all.put(
        "logarithmic",
        Plots.line(new double[] {1, 10, 1000}, new double[] {1, 1e-3, 1e-6}).logX().logY());
    all.put("heatmap", Plots.heatmap(new double[][] {{1, 2, 3}, {4, 5, 6}}).title("Products"));
    Plot bowl =
        Plots.contour((x, y) -> 3 * x * x + 2 * x * y + y * y, -3, 3, -3, 3).title("f(x, y)");
    all.put("contour", bowl);
    all.put("gradients", bowl.arrows((x, y) -> new double[] {6 * x + 2 * y, 2 * x + 2 * y}));
    all.put("descent", bowl.path(new double[] {2, 1, 0}, new double[] {2, 0, 0}, "descent"));
    all.put(
        "valley",
        Plots.contour((x, y) -> Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2), -2, 2, -1, 3));
    all.put("saddle", Plots.contour((x, y) -> x * x - y * y, -2, 2, -1, 1));
    all.put(
        "surface", Plots.surface((x, y) -> Math.sin(x) * Math.cos(y), -3, 3, -3, 3).title("Waves"));
    all.put("empty", Plots.empty());
    all.put("graph", chain(8));
    all.put("folded", chain(90));
    return all.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue().draw()));
  }

  private static Diagram chain(int length) {
    List<Diagram.Box> boxes = new ArrayList<>();
    List<Diagram.Arrow> arrows = new ArrayList<>();
    boxes.add(new Diagram.Box("x", List.of("2"), Diagram.Kind.INPUT, "f"));
    for (int i = 1; i < length; i++) {
      boolean last = i == length - 1;
      Diagram.Kind kind = last ? Diagram.Kind.OUTPUT : Diagram.Kind.OPERATION;
      boxes.add(new Diagram.Box("·", List.of("value " + i), kind, "f line " + i / 10));
      arrows.add(new Diagram.Arrow(i - 1, i, "1"));
      arrows.add(new Diagram.Arrow(i / 2, i, "2"));
    }
    return new Diagram("Chain", "a chain of " + length, boxes, arrows);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aPictureHasTheStructureOfTheOneThatWasLookedAt(Map.Entry<String, Picture> drawn)
      throws IOException {
    Structure now = Structure.of(Svg.of(drawn.getValue()));
    Path folder = Files.isDirectory(GOLDEN.getParent().getParent()) ? GOLDEN : FROM_ROOT;
    Path file = folder.resolve(drawn.getKey() + ".txt");
    if ("write".equals(System.getProperty("jacobean.golden"))) {
      Files.createDirectories(folder);
      Files.writeString(file, now.written());
    }
    assertTrue(Files.exists(file), "no golden picture " + file);
    Structure golden = Structure.read(Files.readString(file));
    assertEquals(golden.words(), now.words(), drawn.getKey());
    for (String mark : golden.marks().keySet()) {
      int wanted = golden.marks().get(mark);
      int found = now.marks().getOrDefault(mark, 0);
      assertEquals(wanted, found, Math.max(1, TOLERANCE * wanted), drawn.getKey() + ": " + mark);
    }
    assertEquals(golden.marks().keySet(), now.marks().keySet(), drawn.getKey());
  }

  /** Title, description and texts of a picture, and how many marks of which kind and colour. */
  private record Structure(List<String> words, Map<String, Integer> marks) {
    static Structure of(Svg svg) {
      List<String> words = new ArrayList<>();
      words.add("title: " + svg.all("title").get(0).getTextContent());
      words.add("desc: " + svg.all("desc").get(0).getTextContent());
      words.add(
          "size: " + svg.root().getAttribute("width") + " × " + svg.root().getAttribute("height"));
      svg.texts().forEach(text -> words.add("text: " + text));
      Map<String, Integer> marks = new TreeMap<>();
      for (String tag : List.of("path", "line", "rect", "circle", "ellipse")) {
        for (Element e : svg.all(tag)) {
          marks.merge(tag + " " + ink(e), 1, Integer::sum);
        }
      }
      return new Structure(words, marks);
    }

    /** Viridis has many colours; they count as one. */
    private static String ink(Element e) {
      String colour = e.getAttribute("stroke") + "/" + e.getAttribute("fill");
      boolean amount = e.getAttribute("fill").matches("#\\w+|rgb\\((?!255,255,255).*");
      return amount ? "filled" : colour.matches("/|/none|none/none") ? "plain" : colour;
    }

    String written() {
      return String.join("\n", words)
          + "\n"
          + marks.entrySet().stream()
              .map(e -> "mark: " + e.getValue() + " " + e.getKey())
              .collect(Collectors.joining("\n"))
          + "\n";
    }

    static Structure read(String text) {
      Map<String, Integer> marks = new TreeMap<>();
      List<String> words = new ArrayList<>();
      for (String line : text.lines().toList()) {
        if (line.startsWith("mark: ")) {
          String[] parts = line.split(" ", 3);
          marks.put(parts[2], Integer.valueOf(parts[1]));
        } else {
          words.add(line);
        }
      }
      return new Structure(words, marks);
    }
  }
}
