package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed wrong is met with one sentence that names the place and the remedy. */
class BadInputTest {
  private static LiveNotebook notebook;

  @BeforeAll
  static void definitions() {
    notebook = new LiveNotebook();
    notebook.cell("double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }");
    notebook.cell("double bump(double x) { return x*x*x*x - x*x; }");
    notebook.cell("double[] both(double x, double y) { return new double[] {x * y, x + y}; }");
    notebook.cell(
        "double opaque(double x) { return java.math.BigDecimal.valueOf(x).sqrt(java.math.MathContext.DECIMAL64).doubleValue(); }");
    notebook.cell("double inner(double x) { return Double.parseDouble(\"\" + x); }");
    notebook.cell("double outer(double x) { return inner(x) * 2; }");
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %grad f(1, 2) wrtt x               | wrtt is none of its words, which are at, wrt. Did you mean wrt?
          %descend f form (2, 2)             | form is none of its words, which are from, rate, steps, with, live. Did you mean from?
          %descend f from (2, 2) rat 0.1     | rat 0.1
          %grad f(1, 2); f(1, 2)             | a magic takes the whole line: put f(1, 2) on the next one
          %contour f x=-3..3                 | f needs 2 ranges, and here stands 1
          %contour f x=3..-3 y=0..1          | x goes from 3.0 to -3.0; write the smaller number first
          %contour f x=-3..3 y=-3..3 --arows | --arows
          %contour ff x=-3..3 y=-3..3        | there is no function ff in this session. Did you mean f?
          %plot bump                         | bump needs one range, and here stand 0
          %plot log(x) x=-3..-1              | no finite
          %tangent f(1, 2)                   | f has more than one variable; %slice draws it
          %critical f                        | ranges are missing
          %hessian both(1, 2)                | both
          %jacobian both(1)                  | both takes 2 arguments (x, y), and here stands 1
          %directional f(1, 2) along (1)     | along has 1 number, and 2 are needed
          %descend f from (1)                | from has 1 number, and 2 are needed
          %descend f from (1, 2) steps 1e9   | 1e9 is not a whole number
          %descend f from (1, 2) steps 10000000 | steps is from 1 to 1000000
          %descend f from (1, 2) rate -1     | the rate is a number above 0
          %descend f from (1, 2) with adm    | there is no such rule, only gd, momentum, adagrad, rmsprop, adam. Did you mean adam?
          %partial f                         | by what is missing: write d/dx
          %partial f d/dz                    | dz names none of the variables x, y
          %taylor f(1, 2) order -1           | the order is 0 or more
          %grad opaque(2)                    | opaque
          %grad outer(2)                     | `inner`
          """)
  void oneSentenceSaysWhatIsWrong(String line, String words) {
    String message = notebook.error(line);
    assertTrue(message.contains(words), message);
    assertFalse(message.contains("JShell") || message.contains("\n\tat "), message);
    assertFalse(message.matches("(?s).*\\b\\d+\\.(f|bump|both|opaque|inner|outer)\\b.*"), message);
  }

  @Test
  void javaWordsBetweenOperandsAreNoMistake() {
    assertTrue(
        notebook.text("%grad (((Object) x) instanceof Double ? x * x : x) at x=3").contains("6"));
  }

  @Test
  void whatIsHeldInAVariableIsTakenLikeAMethod() {
    notebook.cell("org.jacobean.autodiff.Real2 held = (x, y) -> 3*x*x + 2*x*y + y*y;");
    for (String magic :
        new String[] {"grad", "hessian", "compare", "gradcheck", "taylor", "graph"}) {
      assertFalse(notebook.text("%" + magic + " held(1, 2)").isEmpty());
    }
    assertTrue(notebook.text("%contour held x=-1..1 y=-1..1 --no-arrows").contains("held(x, y)"));
    assertTrue(notebook.text("%partial held d/dx").startsWith("∂held/∂x = 6x + 2y"));
    assertTrue(notebook.text("%critical held x=-1..1 y=-1..1").contains("minimum"));
    assertTrue(notebook.text("%descend held from (1, 1)").contains("Descent of held(x, y)"));
  }

  @Test
  void everyMagicOfDerivativesTakesExpressions() {
    assertTrue(notebook.text("%hessian x*x*y at x=1, y=2").contains("2y = 4"));
    assertTrue(notebook.text("%jvp {x*y, x + y} at x=1, y=2 along (1, 0)").contains("f[1]"));
    assertTrue(notebook.text("%gradcheck x*x*y at x=1, y=2").contains("All agree"));
    assertTrue(notebook.text("%directional x*y at x=1, y=2 along (1, 1)").contains("= 3"));
    assertTrue(notebook.text("%slice x*y at x=1, y=2").contains("along x"));
    assertTrue(notebook.text("%graph x*y at x=1, y=2").contains("adjoint"));
    assertTrue(notebook.text("%backprop x*y at x=1, y=2").contains("gradient (2, 1)"));
    JacobianResult j = (JacobianResult) notebook.cell("%jacobian {x*y, x + y} at x=1, y=2");
    assertEquals("[[2.0, 1.0], [1.0, 1.0]]", java.util.Arrays.deepToString(j.matrix()));
  }

  @Test
  void resultsAreTablesAndCsv() {
    for (String line :
        new String[] {
          "%grad f(1, 2)",
          "%hessian f(1, 2)",
          "%descend f from (1, 1)",
          "%compare f(1, 2)",
          "%gradcheck f(1, 2)",
          "%critical f x=-1..1 y=-1..1",
          "%jacobian both(1, 2)",
          "%partial f(1, 2) d/dx by definition",
          "%hvp f(1, 2) along (1, 1)"
        }) {
      notebook.cell("var result = " + line + ";");
      Object rows = notebook.cell("result.toTable().rowCount()");
      String csv = String.valueOf(notebook.cell("result.toTable().write().toString(\"csv\")"));
      assertEquals((int) rows + 1L, csv.lines().count(), line + "\n" + csv);
    }
    Object back =
        notebook.cell(
            "tech.tablesaw.api.Table.read().csv(result.toTable().write().toString(\"csv\"), \"r\").rowCount()");
    assertEquals(2, back);
  }
}
