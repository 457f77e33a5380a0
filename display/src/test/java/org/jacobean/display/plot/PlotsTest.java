package org.jacobean.display.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.DisplayException.Undrawable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PlotsTest {
  private static final double[] XS = {0, 1, 2, 3};
  private static final double[] YS = {1, 10, 100, 1000};

  @Test
  void aPlotIsAnImageWithTitleAndDescription() {
    Svg svg = Svg.of(Plots.line(XS, YS).title("Growth").describe("tenfold each step").draw());
    assertEquals("img", svg.root().getAttribute("role"));
    assertEquals("Growth", svg.all("title").get(0).getTextContent());
    assertTrue(svg.all("desc").get(0).getTextContent().startsWith("tenfold each step; line"));
    String labelled = svg.root().getAttribute("aria-labelledby");
    assertEquals(
        labelled,
        svg.all("title").get(0).getAttribute("id")
            + " "
            + svg.all("desc").get(0).getAttribute("id"));
  }

  @Test
  void everyKindIsDrawnWithTheMarksItShouldHave() {
    assertEquals(1, Svg.of(Plots.line(XS, YS).draw()).marks("path", "stroke", "rgb(0,114,178)"));
    assertEquals(4, Svg.of(Plots.scatter(XS, YS).draw()).count("circle"));
    assertTrue(Svg.of(Plots.histogram(YS, 5).draw()).marks("rect", "fill", "rgb(0,114,178)") >= 2);
    Svg tiles = Svg.of(Plots.heatmap(new double[][] {{1, 2}, {3, 4}}).draw());
    assertTrue(tiles.marks("rect", "fill", "#440154") >= 1);
    assertTrue(tiles.marks("rect", "fill", "#fde725") >= 1);
    assertTrue(Svg.of(Plots.surface((x, y) -> x * y, -1, 1, -1, 1).draw()).count("path") > 1500);
  }

  @Test
  void legendsNameTheSeries() {
    Plot plot = Plots.empty().line(XS, YS, "first").line(XS, XS, "second");
    Svg svg = Svg.of(plot.draw());
    assertTrue(svg.texts().containsAll(List.of("first", "second")), svg.texts().toString());
    assertEquals(1, svg.marks("path", "stroke", "rgb(0,114,178)"));
    assertEquals(1, svg.marks("path", "stroke", "rgb(230,159,0)"));
  }

  @Test
  void logarithmicAxesSpaceDecadesEvenly() {
    Svg svg = Svg.of(Plots.scatter(XS, YS).logY().draw());
    List<Double> ys = svg.numbers("circle", "cy");
    assertEquals(ys.get(0) - ys.get(1), ys.get(2) - ys.get(3), 0.3);
  }

  @Test
  void textFromOutsideStaysText() {
    Bundle bundle =
        Plots.empty()
            .line(XS, YS, "<script>a</script>")
            .title("<script>alert(1)</script>")
            .xLabel("\"&'<b>")
            .show();
    assertFalse(bundle.html().contains("<script"));
    Svg svg = Svg.of(new Picture(bundle.get("image/svg+xml").orElseThrow(), "t"));
    assertTrue(svg.texts().contains("<script>a</script>"), svg.texts().toString());
    assertTrue(svg.texts().contains("\"&'<b>"), svg.texts().toString());
  }

  @Test
  void noTwoPicturesShareAName() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      for (Element e : Svg.of(Plots.line(XS, YS).draw()).withIds()) {
        assertTrue(seen.add(e.getAttribute("id")), e.getAttribute("id"));
      }
    }
  }

  @Test
  void pagesLendTheirInkAndDocumentsBringTheirOwn() {
    Bundle bundle = Plots.line(XS, YS).title("t").show();
    assertTrue(bundle.html().contains("var(--jp-content-font-color1"));
    assertTrue(bundle.html().contains("currentColor"));
    assertFalse(bundle.html().contains("rgb(1,2,3)"));
    assertFalse(bundle.html().contains("#010203"));
    assertTrue(bundle.get("image/svg+xml").orElseThrow().contains("background:#fff"));
  }

  @Test
  void longLinesKeepTheirPeaks() {
    double[] xs = IntStream.range(0, 200_000).asDoubleStream().toArray();
    double[] ys = new double[xs.length];
    ys[123_456] = 7;
    Plot plot = Plots.line(xs, ys);
    assertEquals(7, plot.extent("y")[1]);
    assertTrue(plot.svg().length() < 60_000);
  }

  @Test
  void gapsAreLeftWhereNumbersAreMissing() {
    double[] ys = {1, Double.NaN, 3, Double.POSITIVE_INFINITY};
    assertEquals(2, Svg.of(Plots.scatter(XS, ys).draw()).count("circle"));
  }

  @Test
  void aFallingLossIsLogarithmicAndSaysSo() {
    double[] losses = IntStream.range(0, 50).mapToDouble(i -> 100 * Math.exp(-i / 3.0)).toArray();
    Plot plot = Plots.loss(losses);
    assertTrue(
        plot.draw().text().contains("loss from 100 to 8.063e-6 in 49 steps"), plot.draw().text());
    assertTrue(
        Svg.of(plot.draw()).texts().stream().anyMatch(t -> t.matches("(?i)0?\\.0+1|10|1e-.*")));
  }

  @Test
  void whatCannotBeDrawnIsExplained() {
    assertEquals(
        "xs has 4 numbers and ys has 1: a point needs one of each",
        message(() -> Plots.line(XS, new double[1])));
    assertEquals(
        "there is nothing to draw: no numbers in xs and ys",
        message(() -> Plots.line(new double[0], new double[0])));
    assertEquals(
        "there is nothing to draw: no finite numbers in xs and ys",
        message(() -> Plots.scatter(XS, new double[] {Double.NaN, Double.NaN, 1 / 0.0, -1 / 0.0})));
    assertEquals(
        "a range goes from a smaller to a larger number, not from 2.0 to 1.0",
        message(() -> Plots.line(Math::sin, 2, 1)));
    assertTrue(message(() -> Plots.heatmap(new double[200][200])).contains("200 × 200 tiles"));
    assertTrue(
        message(() -> Plots.contour((x, y) -> Double.NaN, 0, 1, 0, 1)).contains("no finite value"));
  }

  private static String message(Runnable drawing) {
    String message = assertThrows(Undrawable.class, drawing::run).getMessage();
    return message == null ? "" : message;
  }

  @Test
  void columnsOfTablesawAreData() {
    var table =
        tech.tablesaw.api.Table.create(
            tech.tablesaw.api.IntColumn.create("x", 1, 2, 3),
            tech.tablesaw.api.DoubleColumn.create("y", 2, 4, 8));
    Plot plot = Plots.scatter(table.intColumn("x"), table.doubleColumn("y"));
    assertEquals(3, Svg.of(plot.draw()).count("circle"));
    List<Number> boxed = new ArrayList<>(List.of(1, 2.5, 3L));
    assertEquals(3, Svg.of(Plots.scatter(boxed, boxed).draw()).count("circle"));
  }
}
