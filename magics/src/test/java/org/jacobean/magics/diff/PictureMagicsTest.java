package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.display.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureMagicsTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double q(double x) { return 0.4*x*x*x*x - 2*x*x + 0.5*x + 2; }");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  private static Bundle shows(String magic) {
    Bundle bundle = notebook.shows(magic);
    assertTrue(bundle.get("image/svg+xml").orElse("").startsWith("<svg "), bundle.text());
    return bundle;
  }

  @Test
  void curvesOfMethodsAndExpressions() {
    assertTrue(shows("%plot q x=-2.5..2.5").text().startsWith("q(x)\nline, x from -2.5 to 2.5"));
    Bundle two = shows("%plot sin(x), x - x*x*x/6 x=-Math.PI..Math.PI");
    assertTrue(
        two.text().contains("\"sin(x)\"") && two.text().contains("\"x - x*x*x/6\""), two.text());
    Bundle slope = shows("%plot q x=-2..2 --derivative");
    assertTrue(slope.text().contains("\"d/dx q(x)\""), slope.text());
  }

  @Test
  void contoursHaveArrowsUnlessToldNotTo() {
    String with = shows("%contour f x=-3..3 y=-3..3").html();
    String without = shows("%contour f x=-3..3 y=-3..3 --no-arrows").html();
    assertTrue(with.length() > without.length() + 10_000);
    assertTrue(shows("%contour f(x, 2*y) x=-3..3 y=-3..3").text().contains("values from 0 to"));
    assertTrue(with.length() < 300_000);
  }

  @Test
  void surfacesAreSeenFromWhereOneLikes() {
    assertTrue(shows("%surface f x=-3..3 y=-3..3").text().contains("values from 0 to 54"));
    shows("%surface x*y x=-1..1 y=-1..1 from 30, 45");
    assertTrue(notebook.error("%surface f x=-3..3 y=-3..3 from 30").contains("two angles"));
  }

  @Test
  void aTangentHasTheDerivativeAsItsSlope() {
    String text = shows("%tangent q(2.2)").text();
    assertTrue(text.contains("at x = 2.2 touches at height 2.7902 with slope 8.7368"), text);
    assertTrue(shows("%tangent x*x at x=1").text().contains("slope 2"));
    assertTrue(shows("%tangent q(2.2) x=-3..3").text().contains("x from -3 to 3"));
  }

  @Test
  void slicesVaryOneNumberAndHoldTheOthers() {
    assertTrue(shows("%slice f(1, 2) x=-3..3").text().contains("along x"), "named");
    String all = shows("%slice f(1, 2)").text();
    assertTrue(all.contains("along x") && all.contains("along y"), all);
    notebook.cell("double[] v = {1, 2, 3};");
    notebook.cell(
        "double sum(double[] v) { double s = 0; for (double d : v) s += d * d; return s; }");
    assertTrue(shows("%slice sum(v) v[1]=-1..1").text().contains("along v[1]"));
    assertTrue(notebook.error("%slice f(1, 2) z=0..1").contains("no number z to vary, only x, y"));
  }

  @Test
  void rangesThatAreMissingOrWrongAreSaid() {
    String missing = notebook.error("%contour f x=-3..3");
    assertTrue(missing.contains("needs 2 ranges, and here stands 1"), missing);
    assertTrue(notebook.error("%plot q x=3..1").contains("write the smaller number first"));
    assertTrue(notebook.error("%plot q t=0..1").contains("the variables of q are x"));
    assertTrue(notebook.error("%plot x=0..1").contains("missing"));
    assertTrue(notebook.error("%plot qq(x) x=0..1").contains("no function qq"));
    assertTrue(notebook.error("%contour f x=0..1 y=0..1 --no-arows").contains("--no-arrows"));
    assertTrue(
        notebook.error("%contour Math.log(x)+y x=-2..-1 y=0..1").contains("no finite value"));
  }

  @Test
  void aPlotIsAValueToDrawOn() {
    notebook.cell("var p = %plot q x=-2..2;");
    Bundle more = notebook.shows("p.points(new double[] {1}, new double[] {2}, \"here\")");
    assertTrue(more.text().contains("here"));
    assertFalse(more.html().isEmpty());
    assertEquals(org.jacobean.display.plot.Plot.class, notebook.cell("p").getClass());
  }
}
