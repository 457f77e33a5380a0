package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  private String notices(Runnable cells) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      cells.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[\\d+m", "");
  }

  @Test
  void exitEndsTheCellOnly() {
    String text = cells.fails("ExitCalled", "System.exit(3);");
    assertTrue(
        text.contains("System.exit(3) would end the kernel, so it ends only this cell"), text);
    cells.fails("ExitCalled", "Runtime.getRuntime().halt(1)");
    cells.fails("ExitCalled", "IntConsumer bye = System::exit;\nbye.accept(1)");
    cells.shows(2, "1 + 1");
  }

  @Test
  void ofManyCandidatesTheLikeliestAreShown() {
    String text = cells.fails("CompilationException", "String.valueOf(1, 2)");
    assertEquals(3, text.split("is not applicable", -1).length - 1, text);
    assertTrue(text.contains("… and 6 more"), text);
    assertTrue(text.contains("method String.valueOf"), text);
  }

  @Test
  void aPrimitiveWhereATypeVariableStandsIsNamed() {
    cells.quiet("interface F<A> { double of(A a); }");
    cells.quiet("<A> void g(F<A> f) {}\nvoid g(int n) {}\nvoid g(long n) {}\nvoid g(char n) {}");
    String text = cells.fails("CompilationException", "g((double x) -> x)");
    assertTrue(text.contains("write Double in its place"), text);
  }

  @Test
  void causesAndSuppressedAreShown() {
    String text =
        cells.fails(
            "IllegalStateException",
            "try {\n  Integer.parseInt(\"x\");\n} catch (NumberFormatException e) {\n"
                + "  var out = new IllegalStateException(\"outer\", e);\n"
                + "  out.addSuppressed(new RuntimeException(\"aside\"));\n  throw out;\n}");
    assertTrue(
        text.startsWith("java.lang.IllegalStateException: outer\n  at cell 1, line 4"), text);
    assertTrue(text.contains("Suppressed: java.lang.RuntimeException: aside"), text);
    assertTrue(
        text.contains("Caused by: java.lang.NumberFormatException: For input string: \"x\""), text);
    assertTrue(!text.contains("org.jacobean"), text);
  }

  @Test
  void framesOfTypesAndLambdasAreNamed() {
    cells.quiet("class A {\n  int half(int x) {\n    return x / 0;\n  }\n}");
    String text =
        cells.fails("ArithmeticException", "Stream.of(1).map(i ->\n  new A().half(i)).toList()");
    assertTrue(text.contains("at A.half (cell 1, line 3)\n      return x / 0;"), text);
    assertTrue(text.contains("at lambda (cell 2, line 2)\n      new A().half(i)"), text);
    assertTrue(text.contains("at cell 2, line 2"), text);
  }

  @Test
  void exceptionsOfTheUsersAreNamedAsDeclared() {
    cells.quiet("class Odd extends Exception { Odd(String m) { super(m); } }");
    assertTrue(cells.fails("Odd", "throw new Odd(\"so\");").startsWith("Odd: so\n  at cell 2"));
  }

  @Test
  void deepRecursionIsShortenedAndHarmless() {
    cells.quiet("int down(int n) { return down(n + 1) + 1; }");
    String text = cells.fails("StackOverflowError", "down(0)");
    assertTrue(text.lines().count() < 40, text);
    assertTrue(text.contains("more of the cells' frames"), text);
    cells.shows(2, "1 + 1");
  }

  @Test
  void aFullHeapIsAnErrorOfTheCell() {
    cells.fails(
        "OutOfMemoryError",
        "long[][] hold = new long[1000][];\n"
            + "for (int i = 0; i < 1000; i++) hold[i] = new long[500_000_000];");
    cells.shows(2, "hold = null; 1 + 1");
  }

  @Test
  void failedAssertionsAreErrors() {
    cells.fails("AssertionError", "assert 1 > 2 : \"no\";");
    cells.quiet("class A { void f() { assert false; } }").fails("AssertionError", "new A().f()");
  }

  @Test
  void compileErrorsShowTheLineAndAnArrow() {
    assertEquals(
        "cell 1, line 2: incompatible types: String cannot be converted to int\n"
            + "  int b = \"text\";\n          ^^^^^^",
        cells.fails("CompilationException", "int a = 1;\nint b = \"text\";"));
    assertEquals(
        "cell 2, line 1: ';' expected\n  int a = 1 int b = 2;\n           ^",
        cells.fails("CompilationException", "int a = 1 int b = 2;"));
    assertEquals(
        "cell 3, line 3: '}' closes nothing that was opened\n  }\n  ^",
        cells.fails("CompilationException", "void f() {\n}\n}"));
    assertTrue(
        cells
            .fails("CompilationException", "import java.nowhere.Thing;\n1")
            .startsWith("cell 4, line 1: package java.nowhere does not exist"));
    assertTrue(
        cells
            .fails("CompilationException", "class Q {\n  void f() {\n    int x = \"s\";\n  }\n}")
            .startsWith("cell 5, line 3: incompatible types"));
    assertTrue(
        cells.fails("CompilationException", "Strin s = null;").contains("symbol:   class Strin"));
    assertTrue(cells.fails("CompilationException", "return 5;").contains("return"));
    cells.shows(2, "1 + 1");
  }

  @Test
  void nothingOfACellRunsThatDoesNotCompile() {
    cells.quiet("int x = 1;").fails("CompilationException", "x = 2;\nnope()");
    cells.shows(1, "x");
  }

  @Test
  void aMethodThatWaitsSaysSoWhereItIsDeclared() {
    String text = notices(() -> cells.quiet("int g() {\n  return h() + 1;\n}"));
    assertTrue(text.startsWith("g cannot be used until this is declared"), text);
    assertTrue(
        text.contains("cell 1, line 2: cannot find symbol\n    return h() + 1;\n           ^"),
        text);
    cells.fails("CompilationException", "g()");
    assertEquals("", notices(() -> cells.quiet("int h() { return 1; }")));
    cells.shows(2, "g()");
  }

  @Test
  void aDependantThatNoLongerCompilesSaysSo() {
    cells.quiet("int f(int x) { return x; }").quiet("int g() { return f(1); }");
    String text = notices(() -> cells.quiet("String f(String s) { return s; }"));
    assertEquals("", text);
    cells.shows(1, "g()");
    cells.quiet("double k = 1;").quiet("double twice() { return k * 2; }");
    text = notices(() -> cells.quiet("String k = \"s\";"));
    assertTrue(text.startsWith("twice cannot be used until"), text);
    assertTrue(text.contains("cell 6, line 1: bad operand types"), text);
    cells.fails("CompilationException", "twice()");
    cells.quiet("int k = 4;").shows(8.0, "twice()");
  }

  @Test
  void aVariableWhoseTypeIsDeclaredAnewSaysSo() {
    cells.quiet("class A { int v = 1; }").quiet("A a = new A(); var l = new ArrayList<A>();");
    String text = notices(() -> cells.quiet("class A { int v = 2; }"));
    assertTrue(text.contains("a has lost its value: its type was declared anew"), text);
    assertTrue(text.contains("l has lost its value"), text);
    cells.shows(2, "a = new A(); a.v");
  }

  @Test
  void runningTheSameDefinitionsAgainKeepsValues() {
    cells.quiet("class A { int v = 1; }").quiet("A a = new A(); a.v = 5;");
    assertEquals("", notices(() -> cells.quiet("class A { int v = 1; }")));
    cells.shows(5, "a.v");
  }
}
