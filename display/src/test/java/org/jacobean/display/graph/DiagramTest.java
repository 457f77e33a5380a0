package org.jacobean.display.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DiagramTest {
  private static Diagram.Box box(String label, Diagram.Kind kind) {
    return new Diagram.Box(label, List.of("1.5"), kind, "line 1");
  }

  /** A random expression over some inputs, as graphs of functions are. */
  private static Diagram random(int inputs, int operations, long seed) {
    Random random = new Random(seed);
    List<Diagram.Box> boxes = new ArrayList<>();
    List<Diagram.Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      boxes.add(box("x" + i, Diagram.Kind.INPUT));
    }
    for (int i = 0; i < operations; i++) {
      int to = boxes.size();
      boxes.add(box("+", i == operations - 1 ? Diagram.Kind.OUTPUT : Diagram.Kind.OPERATION));
      int near = Math.max(0, to - 8);
      arrows.add(new Diagram.Arrow(near + random.nextInt(to - near), to, "1"));
      arrows.add(new Diagram.Arrow(near + random.nextInt(to - near), to, "2"));
    }
    return new Diagram("random", "takeaway", boxes, arrows);
  }

  private static Element draw(Diagram diagram) throws Exception {
    byte[] svg = diagram.draw().svg().getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg))
        .getDocumentElement();
  }

  private static List<double[]> rectangles(Element svg) {
    NodeList rects = svg.getElementsByTagName("rect");
    return IntStream.range(0, rects.getLength())
        .mapToObj(i -> (Element) rects.item(i))
        .map(
            r ->
                new double[] {
                  Double.parseDouble(r.getAttribute("x")),
                  Double.parseDouble(r.getAttribute("y")),
                  Double.parseDouble(r.getAttribute("width")),
                  Double.parseDouble(r.getAttribute("height"))
                })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void boxesNeverOverlapAndArrowsLeadDown(long seed) throws Exception {
    Diagram diagram = random(5, 50, seed);
    List<double[]> boxes = rectangles(draw(diagram));
    assertEquals(55, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(boxes.get(i), boxes.get(j)), i + " and " + j);
      }
    }
    for (Diagram.Arrow arrow : diagram.arrows()) {
      double[] from = boxes.get(arrow.from());
      assertTrue(from[1] + from[3] < boxes.get(arrow.to())[1]);
    }
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
  }

  @Test
  void aTreeHasNoCrossings() {
    int[][] tree = {{0, 4}, {2, 4}, {1, 5}, {3, 5}, {4, 6}, {5, 6}};
    assertEquals(0, Layers.of(7, tree).crossings());
  }

  @Test
  void orderingUndoesMostCrossings() {
    int ordered = 0;
    int untouched = 0;
    for (long seed = 0; seed < 10; seed++) {
      int[][] arrows =
          random(5, 40, seed).arrows().stream()
              .map(a -> new int[] {a.from(), a.to()})
              .toArray(int[][]::new);
      ordered += Layers.of(45, arrows).crossings();
      untouched += Layers.unordered(45, arrows).crossings();
    }
    assertTrue(ordered * 2 < untouched, ordered + " of " + untouched);
  }

  @Test
  void largeGraphsAreFoldedWithoutCycles() throws Exception {
    Diagram large = random(30, 5000, 7);
    Diagram folded = large.readable();
    assertTrue(folded.boxes().size() <= Diagram.READABLE, "boxes: " + folded.boxes().size());
    assertTrue(folded.boxes().stream().anyMatch(b -> b.label().contains("operations")));
    assertEquals(Diagram.Kind.OUTPUT, folded.boxes().get(folded.boxes().size() - 1).kind());
    assertTrue(
        draw(large).getElementsByTagName("desc").item(0).getTextContent().contains("folded"));
  }

  @Test
  void sixtyBoxesAreDrawnOneByOne() {
    assertEquals(60, random(10, 50, 3).readable().boxes().size());
  }

  @Test
  void textInBoxesStaysText() throws Exception {
    Diagram diagram =
        new Diagram("<script>", "t", List.of(box("<script>", Diagram.Kind.INPUT)), List.of());
    assertFalse(diagram.show().html().contains("<script"));
    assertTrue(diagram.show().text().contains("<script>: 1.5"));
  }

  @Test
  void arrowsLeadForward() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Diagram(
                "",
                "t",
                List.of(box("a", Diagram.Kind.INPUT), box("b", Diagram.Kind.INPUT)),
                List.of(new Diagram.Arrow(1, 0, ""))));
  }
}
