package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTest {
  private final Cells cells = new Cells().with("grad", Object.class, (line, body) -> null);

  @AfterEach
  void close() {
    cells.close();
  }

  /** The texts offered at the bar in the source. */
  private List<String> offers(String withBar) {
    return completions(withBar).items().stream().map(Session.Completions.Item::text).toList();
  }

  private Session.Completions completions(String withBar) {
    return cells.session.complete(withBar.replace("|", ""), withBar.indexOf('|'));
  }

  private void offers(String withBar, String... wanted) {
    List<String> offers = offers(withBar);
    for (String text : wanted) {
      assertTrue(
          offers.contains(text), () -> text + " is not offered at " + withBar + ": " + offers);
    }
  }

  private Session.Inspection inspect(String withBar) {
    return cells
        .session
        .inspect(withBar.replace("|", ""), withBar.indexOf('|'), 0)
        .orElseThrow(() -> new AssertionError("nothing known of " + withBar));
  }

  @Test
  void membersOfWhatStandsBeforeADot() {
    cells.quiet("var list = new ArrayList<String>();\nint[] numbers = {1};\nrecord P(int left) {}");
    offers("list.|", "add(", "size()", "stream()");
    offers("list.si|", "size()");
    offers("list.get(0).sub|", "substring(");
    offers("numbers.|", "length");
    offers("new P(1).|", "left()", "hashCode()");
    offers("Math.|", "sqrt(", "PI");
    offers("String::val|", "valueOf(");
    offers("Thread.State.|", "RUNNABLE");
    assertFalse(offers("Math.|").contains("wait()"));
  }

  @Test
  void membersInsideUnfinishedCode() {
    cells.quiet("var names = List.of(\"a\");");
    offers("names.stream().map(n -> n.to|", "toUpperCase()");
    offers("for (String n : names) {\n  if (n.is|", "isEmpty()");
    offers("int f(String s) {\n  return s.len|\n}", "length()");
    offers("System.out.println(names.|", "size()");
    offers("for (int i = 0; i < names.|", "size()");
  }

  @Test
  void bareNames() {
    cells.quiet("int counter = 1;\ndouble scale(double x) { return x; }\nclass Counted {}");
    offers("coun|", "counter", "Counted");
    offers("sc|", "scale(");
    offers("new Arr|", "ArrayList", "ArrayDeque");
    offers("Strin|", "String", "StringBuilder");
    offers("ret|", "return");
    offers("void g(int param) {\n  int local = 1;\n  |\n}", "param", "local", "counter");
    offers("Runnable r = () -> { double inner = 1; inn|", "inner");
    assertEquals(List.of(), offers("\"coun|\""));
    assertEquals(List.of(), offers("// coun|"));
    assertEquals(List.of(), offers("12|"));
  }

  @Test
  void importsAndPackages() {
    offers("import java.util.conc|", "concurrent");
    offers("import java.util.|", "List", "function", "*");
    offers("java.util.|", "List");
    offers("java.uti|", "util");
  }

  @Test
  void magicsAndTheirOptions() {
    offers("%gr|", "%grad");
    offers("%grad --q|", "--quiet");
    cells.quiet("double loss(double w) { return w; }");
    offers("%grad lo|", "loss(");
    offers("var g = %gr|", "%grad");
    assertEquals(4, completions("var g = 1;\n%gr|".replace("var g = 1;\n", "    ")).start());
  }

  @Test
  void offersSayWhatTheyAre() {
    cells.quiet("int counter = 1;");
    Session.Completions.Item item = completions("count|").items().get(0);
    assertEquals(new Session.Completions.Item("counter", "variable", "int"), item);
    assertEquals("method", completions("\"\".isE|").items().get(0).type());
    assertEquals("isEmpty() : boolean", completions("\"\".isE|").items().get(0).signature());
    Session.Completions done = completions("1 + count|er");
    assertEquals(4, done.start());
    assertEquals(9, done.end());
  }

  @Test
  void completionAnswersWhileACellRuns() throws Exception {
    Thread busy = new Thread(() -> cells.run("while (true) {}"));
    busy.start();
    Thread.sleep(300);
    offers("Mat|", "Math");
    cells.session.interrupt();
    busy.join(2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\u0001',
      value = {
        "1 + 1|complete",
        "int x = 5;|complete",
        "int = = 2;|invalid",
        "int f(int a) {|incomplete",
        "if (true)|incomplete",
        "foo(1,|incomplete",
        "x +|incomplete",
        "class A {}|complete",
        "\"open|invalid",
        "/* open|incomplete",
        "\"\"\"open|incomplete",
        "int f(int a) { return a; }|complete",
        "for (int i = 0; i < 3; i++)|incomplete",
        "a = )|invalid",
        "%grad f(1, 2)|complete",
        "import java.util.*;|complete",
        "int a = 1 int b = 2;|invalid",
        "1 +* 2|invalid",
        "@Override|incomplete",
        "|complete",
      })
  void completenessOfACell(String source, String status) {
    assertEquals(status, cells.session.completeness(source == null ? "" : source).status(), source);
  }

  @Test
  void unfinishedCellsAreIndented() {
    assertEquals("    ", cells.session.completeness("void f() {").indent());
    assertEquals("        ", cells.session.completeness("void f() {\n    if (a) {").indent());
    assertEquals("    ", cells.session.completeness("if (true)").indent());
  }

  @Test
  void documentationOfTheJdk() {
    Session.Inspection inspection = inspect("Math.sq|rt(2)");
    assertTrue(inspection.plain().contains("double sqrt(double a)"), inspection.plain());
    assertTrue(inspect("Strin|g").plain().contains("class java.lang.String"));
    assertTrue(inspect("Strin|g s = null;").plain().contains("class java.lang.String"));
    if (Files.isRegularFile(Path.of(System.getProperty("java.home"), "lib", "src.zip"))) {
      assertTrue(inspection.plain().contains("correctly rounded"), inspection.plain());
      assertTrue(inspection.html().contains("<code>double</code>"), inspection.html());
      assertTrue(inspect("new ArrayList<String>().add(|)").plain().contains("Appends"));
    }
  }

  @Test
  void inspectionOfWhatTheSessionDeclares() {
    cells.quiet("double scale(double x, int times) { return x * times; }\nint counter = 1;");
    assertEquals("double scale(double x, int times)", inspect("sca|le(1, 2)").plain());
    assertEquals("int counter", inspect("counter| + 1").plain());
    assertEquals("double scale(double x, int times)", inspect("scale(1, |").plain());
    assertTrue(inspect("%gr|ad x").plain().contains("A test's grad."));
  }
}
