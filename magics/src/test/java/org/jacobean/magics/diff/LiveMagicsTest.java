package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.display.live.BackpropStepper;
import org.jacobean.display.live.DescentStepper;
import org.jacobean.display.live.DirectionalDial;
import org.jacobean.display.live.SurfaceExplorer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveMagicsTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double q(double x) { return 0.4*x*x*x*x - 2*x*x + 0.5*x + 2; }");
    notebook.cell("double three(double x, double y, double z) { return x*y*z; }");
  }

  @BeforeEach
  void nothingShown() {
    notebook.clearOutput(false);
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  /** Runs a line; gives the page of its static form, and checks what comes after it. */
  private static String page(String line, Class<?> live) {
    assertNull(notebook.cell(line));
    List<Object> shown = notebook.shown();
    assertEquals(2, shown.size(), shown.toString());
    assertInstanceOf(live, shown.get(1));
    return html(shown.get(0));
  }

  private static String html(Object shown) {
    return String.valueOf(((DisplayData) shown).getData(MIMEType.TEXT_HTML));
  }

  @Test
  void descentOnACurveStartsWhereItIsTold() {
    String page = page("%descend q from (2.2) rate 0.05 live", DescentStepper.class);
    assertTrue(page.contains("\"start\":[2.2]"));
    assertTrue(page.contains("\"rate\":0.05"));
    assertTrue(page.contains("0.4x⁴"), "the formula");
  }

  @Test
  void rangesSayWhatIsInView() {
    String page =
        page(
            "%descend f x=-3..3 y=-1..4 from (2, 2) rate 0.1 with adam live", DescentStepper.class);
    assertTrue(page.matches("(?s).*\"from\":-3[,}].*\"from\":-1[,}].*"));
    assertTrue(page.contains("\"optimiser\":\"adam\""));
  }

  @Test
  void anArrayOfTwoNumbersIsAPlaneToo() {
    notebook.cell("double ball(double[] v) { return v[0]*v[0] + 2*v[1]*v[1]; }");
    String page = page("%descend ball from (1, 2) live", DescentStepper.class);
    assertTrue(page.contains("\"yName\":\"v[1]\""));
  }

  @Test
  void backpropHasTheGraphWithItsLocalPartials() {
    String page = page("%backprop f(1, 2) live", BackpropStepper.class);
    assertTrue(page.contains("\"made\":\"y · y\""));
    assertTrue(page.contains("\"title\":\"f(1, 2)\""));
  }

  @Test
  void theDialStandsAtThePointAndInTheDirection() {
    String page = page("%directional f(1, 2) along (0, 3) live", DirectionalDial.class);
    assertTrue(page.contains("\"start\":[1,2]") && page.contains("\"angle\":90"));
    page = html(shownAfter("%directional f(1, 2) live").get(0));
    assertTrue(page.contains("\"angle\":0"));
  }

  private static List<Object> shownAfter(String line) {
    notebook.clearOutput(false);
    notebook.cell(line);
    return notebook.shown();
  }

  @Test
  void aFurtherRangeIsASlider() {
    assertInstanceOf(
        SurfaceExplorer.class, notebook.cell("%surface x*x + a*y*y x=-2..2 y=-2..2 a=-1..1 live"));
    assertTrue(html(notebook.shown().get(0)).contains("\"sliders\":[{"));
  }

  @Test
  void whatCannotBeDrawnIsSaid() {
    String three = notebook.error("%descend three from (1, 1, 1) live");
    assertTrue(three.contains("live draws functions of one or two variables"), three);
    assertTrue(notebook.error("%directional three(1, 1, 1) live").contains("two real variables"));
    assertTrue(notebook.error("%descend f x=0..1 from (1, 1)").contains("in view with live"));
    assertTrue(notebook.error("%descend f z=0..1 from (1, 1) live").contains("x, y"));
    notebook.cell(
        "double many(double x) { double s = 0; for (int i = 0; i < 100; i++) s += x*i; return s; }");
    assertTrue(notebook.error("%backprop many(1) live").contains("Without live it is listed"));
  }
}
