package org.jacobean.display.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jacobean.display.Bundle;
import org.junit.jupiter.api.Test;

class StandaloneTest {
  private static final Slopes BOWL =
      (p, g) -> {
        g[0] = 6 * p[0] + 2 * p[1];
        g[1] = 2 * p[0] + 2 * p[1];
        return 3 * p[0] * p[0] + 2 * p[0] * p[1] + p[1] * p[1];
      };

  private static SurfaceExplorer explorer(String title, Slopes slopes) {
    return new SurfaceExplorer(
        title, new Axis("x", -3, 3), new Axis("y", -3, 3), Map.of(), new double[0], slopes);
  }

  @Test
  void aSurfaceOf41By41PointsTakesLessThan100KilobytesWithItsFrontEnd() {
    Bundle page = explorer("f(x, y)", BOWL).standalone();
    assertTrue(page.html().length() < 100_000, "it takes " + page.html().length());
    assertEquals("Surface of f(x, y): click a point for its slopes", page.text());
  }

  @Test
  void itNeedsNoNetwork() {
    String html = explorer("f", BOWL).standalone().html();
    assertFalse(html.contains("https:"), "an address in the page");
    assertFalse(html.replace("http://www.w3.org/2000/svg", "").contains("http:"));
    assertFalse(html.contains("import "), "an import in the page");
  }

  @Test
  void aTitleCannotEndTheScriptNorBecomeMarkup() {
    String html = explorer("</script><img onerror=alert(1)>", BOWL).standalone().html();
    assertEquals(html.indexOf("</script>"), html.lastIndexOf("</script>"));
    assertTrue(html.contains("&lt;/script&gt;"));
  }

  @Test
  void whereThereIsNoValueTheDataSayNothingInsteadOfNaN() {
    Slopes half =
        (p, g) -> {
          if (p[0] < 0) throw new ArithmeticException("no value");
          g[0] = g[1] = 1;
          return p[0] == 0 ? Double.NaN : p[0] + p[1];
        };
    String html = explorer("half", half).standalone().html();
    assertTrue(html.contains("null,null"));
    assertFalse(html.contains("[NaN") || html.contains(",NaN"));
  }

  @Test
  void aGridHoldsValuesAndSlopesRowByRow() {
    SlopeGrid grid = SlopeGrid.of(BOWL, new Axis("x", 0, 2), new Axis("y", 0, 4), 3);
    assertEquals(11, grid.z()[3 + 1]); // x = 1, y = 2
    assertEquals(10, grid.byX()[3 + 1]);
    assertEquals(6, grid.byY()[3 + 1]);
  }

  @Test
  void stepperAndDialHaveFormsWithoutAKernelToo() {
    Slopes line =
        (p, g) -> {
          g[0] = 2 * p[0];
          return p[0] * p[0];
        };
    var descent = new DescentStepper("x²", new Axis("x", -2, 2), 1.5, 0.1, "descent", line);
    var dial =
        new DirectionalDial(
            "f", new Axis("x", -3, 3), new Axis("y", -3, 3), new double[] {1, 2}, 0, BOWL);
    var backprop =
        new BackpropStepper(
            "x²",
            List.of(
                new BackpropStepper.Node(0, "x", 3, 0, 0),
                new BackpropStepper.Node(1, "x²", 9, 200, 0)),
            List.of(new BackpropStepper.Edge(0, 1, 6)),
            1);
    for (LiveView view : List.of(descent, dial, backprop)) {
      String html = view.standalone().html();
      assertTrue(html.contains("standalone(document.getElementById("), html.substring(0, 200));
      assertTrue(html.length() < 100_000);
    }
    assertTrue(dial.standalone().html().contains("\"gradient\":[10,6]"));
  }

  @Test
  void anAxisRunsForward() {
    var mistake =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalArgumentException.class, () -> new Axis("x", 3, -3));
    assertEquals(
        "x runs from 3.0 to -3.0: the first must be the smaller, both finite",
        mistake.getMessage());
  }
}
