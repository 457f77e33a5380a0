package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstCellsTest {
  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void expressionsShowTheirValue() {
    cells.shows(2, "1+1").shows("ab", "\"a\" + \"b\"").quiet("1+1;");
  }

  @Test
  void variablesAreSharedBetweenCells() {
    cells.quiet("int x = 5;").shows(6, "x + 1").quiet("x = 7").shows(7, "x").shows(8, "++x");
  }

  @Test
  void severalSnippetsInOneCell() {
    cells.shows(
        9,
        "int a = 2, b[] = {3, 4};\nint sum(int... n) { int s = 0; for (int i : n) s += i; return s; }\n"
            + "sum(a, b[0], b[1])");
  }

  @Test
  void callsWithoutAValueShowNothing() {
    cells.quiet("void hello() {}\nhello()").quiet("Thread.yield()");
  }

  @Test
  void varTakesTheTypeOfItsValue() {
    cells
        .quiet("var list = new ArrayList<String>();")
        .quiet("list.add(\"a\");")
        .shows(1, "list.size()")
        .quiet("var m = Map.of(\"k\", List.of(1, 2));\nvar second = m.get(\"k\").get(1);")
        .shows(2, "second");
  }

  @Test
  void typesOfEveryKind() {
    cells
        .quiet("record P(int a, String b) {}")
        .shows("P[a=1, b=z]", "new P(1, \"z\").toString()")
        .quiet("class Node { int v; Node next; Node(int v) { this.v = v; } }")
        .shows(3, "var n = new Node(3); n.v")
        .quiet("enum Colour { RED, BLUE }")
        .shows("BLUE", "Colour.valueOf(\"BLUE\").name()")
        .quiet(
            "sealed interface Shape {}\nrecord Circle(double r) implements Shape {}\n"
                + "record Square(double s) implements Shape {}\n"
                + "double area(Shape s) { return s instanceof Circle c ? 3 * c.r() * c.r() : 4; }")
        .shows(12.0, "area(new Circle(2))");
  }

  @Test
  void laterDefinitionsAreFollowed() {
    cells
        .quiet("int f(int x) { return x + 1; }")
        .quiet("int g(int x) { return 10 * f(x); }")
        .shows(20, "g(1)")
        .quiet("int f(int x) { return x + 2; }")
        .shows(30, "g(1)");
  }

  @Test
  void overloadsOfSeveralCellsStandTogether() {
    cells
        .quiet("String f(int x) { return \"int\"; }")
        .quiet("String f(String x) { return \"string \" + f(1); }")
        .shows("string int", "f(\"\")")
        .shows("int", "f(1)")
        .quiet("String f(int x) { return \"INT\"; }")
        .shows("string INT", "f(\"\")");
  }

  @Test
  void aMethodMayWaitForAnother() {
    cells
        .quiet("boolean even(int n) { return n == 0 || odd(n - 1); }")
        .quiet("boolean odd(int n) { return n != 0 && even(n - 1); }")
        .shows(true, "even(10)");
  }

  @Test
  void magicsRunInTheirPlace() {
    cells.with("twice", Double.class, (line, body) -> 2 * Double.parseDouble(line));
    cells
        .shows(6.0, "%twice 3")
        .quiet("var g = %twice 4;")
        .shows(9.0, "g + 1")
        .shows(1, "int a = 7;\nint twice = 3;\na\n % twice")
        .shows("%twice 3", "\"%twice 3\"")
        .shows(4.0, "double t = 0;\nif (t == 0) {\n  %twice 8\n  t = 4;\n}\nt");
    assertEquals(List.of("twice|3", "twice|4", "twice|8"), cells.calls);
  }

  @Test
  void cellMagicsGetTheRest() {
    cells.with("shout", String.class, (line, body) -> line + body);
    cells.shows("a b|it's \"raw\n}", "%%shout a b|\nit's \"raw\n}");
  }

  @Test
  void compileErrorsPointAtTheirLine() {
    String text = cells.fails("CompilationException", "int ok = 1;\nint y = foo(3);");
    assertTrue(text.contains("cell 1, line 2: cannot find symbol"), text);
    assertTrue(text.contains("  int y = foo(3);\n          ^^^"), text);
  }

  @Test
  void exceptionsNameCellAndLine() {
    cells.quiet("int div(int a, int b) {\n  return a / b;\n}");
    String text = cells.fails("ArithmeticException", "int z = 0;\n\ndiv(1, z)");
    assertEquals(
        "java.lang.ArithmeticException: / by zero\n  at div (cell 1, line 2)\n      return a / b;\n"
            + "  at cell 2, line 3\n      div(1, z)",
        text);
  }

  @Test
  void aValueMayStandOnALineOfItsOwn() {
    cells.quiet("int p = 5; int[] q = {7};").quiet("static int twice(int i) { return 2 * i; }");
    cells.shows(3, "1\nint x = 2;\nx + 1");
    cells.shows(2, "\"a\"\n'b'\n1.5\nx");
    cells.shows(6, "p + 1\np++\np");
    cells.shows(12, "twice(3) // a comment\nq[0]\nthis.hashCode();\ntwice(p)".replace("this", "q"));
    cells.shows(8, "(p + 1)\n@SuppressWarnings(\"unused\") int y = 8;\ny");
    cells.shows(6L, "(long)\np");
    cells.shows(3, "new int[]\n{1, 2,\n3}\n.length");
    cells.shows(true, "(Object) p\ninstanceof Integer");
    cells.shows(6, "p;\nString text = null\n;p");
    assertTrue(cells.session.variables().stream().noneMatch(v -> v.name().contains("$")));
  }

  @Test
  void anObjectOfAClassWithoutNameKeepsItsMembers() {
    cells.quiet("int base = 10; int plus(int i) { return base + i; }");
    cells.quiet("var x = new Object() {\n  int a = 1;\n  int up() { return a += plus(base); }\n};");
    cells.shows(1, "x.a").shows(21, "x.up()").shows(21, "x.a");
    cells.quiet("var r = new Runnable() { int runs; public void run() { runs++; } };");
    cells.shows(2, "r.run();\nRunnable plain = r;\nplain.run();\nr.runs");
    cells.quiet(
        "var list = new ArrayList<String>() { String last() { return get(size() - 1); } };");
    cells.shows("b", "list.add(\"a\"); list.add(\"b\"); list.last()");
    cells.quiet("var x = new Object() { String a = \"text\"; };").shows("text", "x.a");
    cells.shows(4, "var sized = new ArrayList<Integer>(8) { { add(4); } }; sized.get(0)");
    cells.shows(3, "var y = new Object() { int two = 2; }; y.two + 1");
  }
}
