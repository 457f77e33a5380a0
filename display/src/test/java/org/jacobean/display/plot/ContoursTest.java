package org.jacobean.display.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ContoursTest {
  private static final Plot BOWL =
      Plots.contour((x, y) -> 3 * x * x + 2 * x * y + y * y, -3, 3, -3, 3);

  @Test
  void linesLieWhereTheFunctionHasTheirLevel() {
    Samples samples = Samples.of((x, y) -> 3 * x * x + 2 * x * y + y * y, -3, 3, -3, 3, 81);
    for (double level : Levels.of(samples)) {
      for (double[][] line : MarchingSquares.lines(samples, level)) {
        for (double[] p : line) {
          assertEquals(level, 3 * p[0] * p[0] + 2 * p[0] * p[1] + p[1] * p[1], 0.03);
        }
      }
    }
  }

  @Test
  void aLineInsideIsARingAndOneAtTheBorderEndsThere() {
    Samples samples = Samples.of((x, y) -> x * x + y * y, -2, 2, -2, 2, 41);
    List<double[][]> inside = MarchingSquares.lines(samples, 1);
    assertEquals(1, inside.size());
    assertEquals(inside.get(0)[0][0], inside.get(0)[inside.get(0).length - 1][0]);
    List<double[][]> cut = MarchingSquares.lines(samples, 6);
    assertEquals(4, cut.size());
    double[] end = cut.get(0)[0];
    assertEquals(2, Math.max(Math.abs(end[0]), Math.abs(end[1])), 1e-9);
  }

  @Test
  void aSaddleIsCutInTwoBranches() {
    Samples samples = Samples.of((x, y) -> x * x - y * y, -2, 2, -2, 2, 40);
    assertEquals(2, MarchingSquares.lines(samples, 0.5).size());
  }

  @Test
  void levelsAreRoundNumbersAndDecadesWhereItIsSteep() {
    Samples bowl = Samples.of((x, y) -> x * x + y * y, -3, 3, -3, 3, 41);
    assertEquals(List.of(2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0), Levels.of(bowl));
    Samples valley =
        Samples.of((x, y) -> Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2), -2, 2, -1, 3, 81);
    assertTrue(Levels.of(valley).containsAll(List.of(1.0, 10.0, 100.0, 1000.0)));
    assertEquals(List.of(), Levels.of(Samples.of((x, y) -> 4, 0, 1, 0, 1, 9)));
  }

  @Test
  void levelsAreWrittenOnTheLines() {
    List<String> texts = Svg.of(BOWL.draw()).texts();
    assertTrue(texts.stream().filter(t -> t.equals("15")).count() >= 1, texts.toString());
  }

  @Test
  void arrowsStandAtRightAnglesToTheContours() {
    Svg svg = Svg.of(BOWL.arrows((x, y) -> new double[] {6 * x + 2 * y, 2 * x + 2 * y}).draw());
    List<Element> arrows =
        svg.all("path").stream()
            .filter(e -> e.getAttribute("stroke").equals("rgb(17,17,17)"))
            .filter(e -> Svg.points(e).size() == 9)
            .toList();
    assertTrue(arrows.size() > 90, "arrows: " + arrows.size());
    double[] middle = middleOf(svg);
    for (Element arrow : arrows) {
      assertAlongGradient(arrow, middle);
    }
  }

  /** The bowl's middle is where all contours centre: the mean of the innermost ring. */
  private static double[] middleOf(Svg svg) {
    List<double[]> ring =
        svg.all("path").stream()
            .filter(e -> e.getAttribute("stroke").equals("rgb(255,255,255)"))
            .map(Svg::points)
            .findFirst()
            .orElseThrow();
    double left = ring.stream().mapToDouble(p -> p[0]).min().orElseThrow();
    double right = ring.stream().mapToDouble(p -> p[0]).max().orElseThrow();
    double top = ring.stream().mapToDouble(p -> p[1]).min().orElseThrow();
    double bottom = ring.stream().mapToDouble(p -> p[1]).max().orElseThrow();
    return new double[] {(left + right) / 2, (top + bottom) / 2};
  }

  private static void assertAlongGradient(Element arrow, double[] middle) {
    List<double[]> corners = Svg.points(arrow);
    double[] tail = {
      (corners.get(1)[0] + corners.get(7)[0]) / 2, (corners.get(1)[1] + corners.get(7)[1]) / 2
    };
    double[] tip = corners.get(4);
    double dx = tip[0] - tail[0];
    double dy = tail[1] - tip[1];
    double x = (tip[0] + tail[0]) / 2 - middle[0];
    double y = middle[1] - (tip[1] + tail[1]) / 2;
    double gx = 6 * x + 2 * y;
    double gy = 2 * x + 2 * y;
    double length = Math.hypot(dx, dy) * Math.hypot(gx, gy);
    if (Math.hypot(dx, dy) > 8) {
      assertEquals(1, (dx * gx + dy * gy) / length, 0.02);
    }
  }

  @Test
  void holesStayOpen() {
    Svg svg = Svg.of(Plots.contour((x, y) -> Math.sqrt(x * x + y * y - 1), -2, 2, -2, 2).draw());
    Element ground = svg.viridis("path").get(0);
    assertEquals(2, ground.getAttribute("d").split("Z", -1).length - 1);
    assertEquals("evenodd", svg.root().getAttribute("fill-rule"));
  }

  @Test
  void aFilledContourWithArrowsStaysUnderThreeHundredKilobytes() {
    Plot busy =
        Plots.contour((x, y) -> Math.sin(3 * x) * Math.cos(3 * y), -3, 3, -3, 3)
            .arrows((x, y) -> new double[] {y, x});
    assertTrue(busy.svg().length() < 300_000, "bytes: " + busy.svg().length());
    assertTrue(BOWL.svg().length() < 80_000, "bytes: " + BOWL.svg().length());
  }

  @Test
  void aConstantFunctionIsOneColour() {
    assertEquals(1, Svg.of(Plots.contour((x, y) -> 4, 0, 1, 0, 1).draw()).viridis("path").size());
  }
}
