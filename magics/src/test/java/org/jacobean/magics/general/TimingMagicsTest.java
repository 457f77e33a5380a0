package org.jacobean.magics.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jacobean.magics.JavaNotebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingMagicsTest {
  private static final String TIMES =
      "CPU time: [0-9.]+ (s|ms|µs|ns)\nWall time: [0-9.]+ (s|ms|µs|ns)\n";
  private static final String LOOPS =
      "[0-9.]+ (s|ms|µs|ns) ± [0-9.]+ (s|ms|µs|ns) per loop"
          + " \\(mean ± std. dev. of %s, %s each\\)\n";

  @TempDir Path folder;
  private JavaNotebook notebook;

  @BeforeEach
  void open() {
    notebook = new JavaNotebook(folder);
  }

  @AfterEach
  void close() {
    notebook.close();
  }

  private void assertPrinted(String pattern) {
    String printed = notebook.printed();
    assertTrue(printed.matches(pattern), printed);
  }

  @Test
  void timeGivesTheValueAndPrintsTheTimes() {
    notebook.java("int twice(int x) { return 2 * x; }");
    assertEquals(42, notebook.java("%time twice(21)"));
    assertPrinted(TIMES);
  }

  @Test
  void timeKeepsItsValueInAVariable() {
    notebook.java("var y = %time Math.sqrt(16)");
    assertEquals(4.0, notebook.java("y"));
  }

  @Test
  void aMagicsValueEndsWithItsLine() {
    assertEquals(4.0, notebook.java("double root = %time Math.sqrt(16)\nroot"));
    assertEquals(1, notebook.java("List<String> entries = %classpath\nString home = %env HOME\n1"));
    assertEquals(true, notebook.java("home.equals(System.getenv(\"HOME\")) && entries.isEmpty()"));
    assertEquals(
        3,
        notebook.java(
            "int total = 0;\nfor (int i = 0; i < 3; i++) {\n  int one = %time 1\n  total += one;\n}\ntotal"));
  }

  @Test
  void timeTakesCallsWithoutValueBlocksAssignmentsAndDeclarations() {
    notebook.java("var list = new ArrayList<Integer>(); int n = 0;");
    assertNull(notebook.java("%time list.clear()"));
    notebook.java("%time for (int i = 0; i < 3; i++) list.add(i);");
    notebook.java("%time n = list.size();");
    assertEquals(3, notebook.java("n"));
    notebook.java("%time int declared = n + 1;");
    assertEquals(4, notebook.java("declared"));
    assertPrinted("(" + TIMES + "){4}");
  }

  @Test
  void timeMeasuresTheRunNotTheCompiler() {
    notebook.java("%time Math.max(1, 2)");
    String wall = notebook.printed().replaceAll("(?s).*Wall time: ", "").strip();
    assertTrue(
        wall.endsWith("µs") || wall.endsWith("ns") || wall.matches("1?\\d(\\.\\d+)? ms"), wall);
  }

  @Test
  void timeOfACellRunsItAsACell() {
    assertEquals(6, notebook.java("%%time\nint a = 2;\nint b = 3;\na * b"));
    assertPrinted(TIMES);
    assertEquals(2, notebook.java("a"));
  }

  @Test
  void timePrintsAlsoWhenTheCodeFails() {
    assertEquals(
        "ArithmeticException",
        notebook.failure("%time 1 / (int) 0L").name().replaceAll(".*\\.", ""));
    assertPrinted(TIMES);
  }

  @Test
  void timeNeedsCode() throws Exception {
    assertEquals(
        "%time: code is missing. Write %time f(1, 2). %time? shows help",
        notebook.mistake("%time"));
    assertEquals(
        "%%time takes nothing on its own line, but found: f(). Put the code below it, or write"
            + " %time f()",
        notebook.mistake("%%time f()\nf();"));
  }

  @Test
  void codeThatDoesNotCompileIsReportedAsItsOwnError() {
    var failed = notebook.failure("%time nothere(1)");
    assertTrue((failed.message() + failed.traceback()).contains("nothere"), failed.toString());
  }

  @Test
  void timeitPrintsMeanAndDeviation() {
    assertNull(notebook.java("%timeit -n 100 -r 3 Math.sin(1.0)"));
    assertPrinted("(The slowest run .*\n)?" + LOOPS.formatted("3 runs", "100 loops"));
  }

  @Test
  void timeitFindsTheNumberOfLoops() {
    notebook.java(
        "double work(int n) { double s = 0; for (int i = 1; i < n; i++) s += 1.0 / i; return s; }");
    notebook.java("%timeit -r 2 work(1000)");
    assertPrinted("(?s).*" + LOOPS.formatted("2 runs", "1(0|,)+ loops"));
  }

  @Test
  void timeitGivesItsMeasurementsOnRequest() {
    notebook.java("var t = %timeit -o -q -n 10 -r 4 Math.sin(1.0)");
    assertEquals("", notebook.printed());
    assertEquals(4, notebook.java("t.seconds().size()"));
    assertEquals(10L, notebook.java("t.loops()"));
    assertEquals(true, notebook.java("t.best() <= t.mean() && t.mean() <= t.worst()"));
  }

  @Test
  void timeitOfACellTimesTheBodyAfterTheSetUp() {
    notebook.java("int calls = 0; int setups = 0;");
    notebook.java("%%timeit -n 5 -r 3 setups++;\ncalls++;\nint local = calls;");
    assertEquals(15, notebook.java("calls"));
    assertEquals(3, notebook.java("setups"));
  }

  @Test
  void timeitTakesCallsWithoutValueAndSeveralStatements() {
    notebook.java("var list = new ArrayList<Integer>();");
    notebook.java("%timeit -n 4 -r 2 list.add(1); list.clear();");
    notebook.java("%timeit -n 4 -r 2 list.clear()");
    assertPrinted(
        "(?s)(" + "(The slowest run .*?\n)?" + LOOPS.formatted("2 runs", "4 loops") + "){2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n 0", "-r 0", "-n -5"})
  void timeitNeedsAtLeastOneRun(String options) throws Exception {
    String[] words = options.split(" ");
    assertEquals(
        "%timeit: "
            + words[0]
            + " "
            + words[1]
            + " is too few: at least 1 is needed. %timeit? shows help",
        notebook.mistake("%timeit " + options + " f()"));
  }

  @Test
  void timeitNeedsCodeThatCompiles() throws Exception {
    assertEquals(
        "%timeit: code is missing. Write %timeit f(1, 2). %timeit? shows help",
        notebook.mistake("%timeit"));
    assertEquals(
        "%%timeit: the cell below is empty. Put the code to time there. %%timeit? shows help",
        notebook.mistake("%%timeit\n "));
    var failed = notebook.failure("%timeit nothere()");
    assertTrue((failed.message() + failed.traceback()).contains("nothere"), failed.toString());
  }

  @Test
  void timeitCanBeInterrupted() throws Exception {
    var cell = new Thread(() -> notebook.failure("%timeit -n 1000000000 Math.sin(1.0)"));
    cell.start();
    Thread.sleep(700);
    long begin = System.nanoTime();
    notebook.interrupt();
    cell.join();
    assertTrue(System.nanoTime() - begin < 400_000_000L);
  }

  @Test
  void aTimingSaysItsStatistics() {
    var timing = new Timing(1000, List.of(2e-6, 4e-6));
    assertEquals(3e-6, timing.mean(), 1e-18);
    assertEquals(1e-6, timing.standardDeviation(), 1e-18);
    assertEquals(
        "3 µs ± 1 µs per loop (mean ± std. dev. of 2 runs, 1,000 loops each)", timing.toString());
    assertEquals(
        "3 µs ± 0 ns per loop (mean ± std. dev. of 1 run, 1 loop each)",
        new Timing(1, List.of(3e-6)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1.234e-9, 1.23 ns",
    "12.34e-9, 12.3 ns",
    "123.4e-9, 123 ns",
    "999.9e-9, 1000 ns",
    "1e-6, 1 µs",
    "0.0205, 20.5 ms",
    "59.94, 59.9 s",
    "75, 1 min 15 s",
    "3725, 1 h 2 min 5 s"
  })
  void spansHaveThreeDigitsAndAFittingUnit(double seconds, String text) {
    assertEquals(text, new Span(seconds).toString());
  }
}
