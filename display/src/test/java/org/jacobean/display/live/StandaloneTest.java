package org.jacobean.display.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.autodiff.Real1;
import org.jacobean.autodiff.Real2;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.display.Bundle;
import org.junit.jupiter.api.Test;

class StandaloneTest {
  private static final Slopes BOWL =
      (p, g) -> {
        g[0] = 6 * p[0] + 2 * p[1];
        g[1] = 2 * p[0] + 2 * p[1];
        return 3 * p[0] * p[0] + 2 * p[0] * p[1] + p[1] * p[1];
      };

  /** The numbers a page carries under a name. */
  private static FloatBuffer floats(String html, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\\{\"f32\":\"([^\"]*)\"").matcher(html);
    assertTrue(found.find(), name);
    byte[] bytes = Base64.getDecoder().decode(found.group(1));
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

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
    FloatBuffer z = floats(html, "z");
    assertTrue(Float.isNaN(z.get(0)) && Float.isNaN(z.get(20)));
    assertEquals(-3 + 0.15f, z.get(21), 1e-6);
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
  void aSliderBeyondXAndYAsksForTheWholeGridAnew() {
    Slopes saddle =
        (p, g) -> {
          g[0] = 2 * p[0];
          g[1] = 2 * p[2] * p[1];
          g[2] = p[1] * p[1];
          return p[0] * p[0] + p[2] * p[1] * p[1];
        };
    var axis = new Axis("x", -2, 2);
    var view =
        new SurfaceExplorer(
            "f",
            axis,
            new Axis("y", -2, 2),
            List.of(new Axis("a", -1, 1)),
            Map.of(),
            new double[0],
            saddle);
    List<byte[]> grids =
        view.answer(Map.of("kind", "grid", "values", List.of(-1.0)), new HashMap<>());
    var z = ByteBuffer.wrap(grids.get(0)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    assertEquals(3, grids.size());
    assertEquals(41 * 41, z.remaining());
    assertEquals(-4, z.get(20)); // x = 0, y = −2, a = −1
    Map<String, Object> slopes = new HashMap<>();
    view.answer(Map.of("kind", "slopes", "p", List.of(1.0, 2.0, -1.0)), slopes);
    assertEquals(-3.0, slopes.get("f"));
    assertEquals(List.of(2.0, -4.0, 4.0), slopes.get("g"));
  }

  @Test
  void variablesThatHeldSeveralValuesAreToldApart() {
    Real1 twice =
        x -> {
          double s = x * x;
          s = s + 1;
          return s * 2;
        };
    ComputationGraph graph = ComputationGraph.of(twice, 3.0);
    var names = new NodeNames(graph, "f");
    var all = graph.nodes().stream().filter(n -> !n.isConstant()).map(names::of).toList();
    assertEquals(all.size(), Set.copyOf(all).size(), all.toString());
    assertEquals("f", names.of(graph.output()));
  }

  @Test
  void stepperAndDialHaveFormsWithoutAKernelToo() {
    Slopes line =
        (p, g) -> {
          g[0] = 2 * p[0];
          return p[0] * p[0];
        };
    var descent = new DescentStepper("x²", new Axis("x", -2, 2), 1.5, 0.1, "gd", line);
    var dial =
        new DirectionalDial(
            "f", new Axis("x", -3, 3), new Axis("y", -3, 3), new double[] {1, 2}, 0, BOWL);
    Real2 product = (x, y) -> x * y + x;
    var backprop = new BackpropStepper("f(1, 2)", ComputationGraph.of(product, 1.0, 2.0), "f");
    for (LiveView view : List.of(descent, dial, backprop)) {
      String html = view.standalone().html();
      assertTrue(html.contains("standalone(document.getElementById("), html.substring(0, 200));
      assertTrue(html.length() < 100_000);
    }
    assertTrue(dial.standalone().html().contains("\"start\":[1,2]"));
    assertTrue(backprop.standalone().html().contains("\"made\":\"x · y\""));
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
