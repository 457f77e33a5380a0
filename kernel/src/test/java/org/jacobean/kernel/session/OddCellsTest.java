package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nobody would type, and much of it. */
class OddCellsTest {
  private static final boolean FULL = Boolean.getBoolean("jacobean.full");
  private static final List<String> PIECES =
      List.of(
          "int",
          "x",
          "=",
          "5",
          ";",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          ",",
          ".",
          "\"",
          "'",
          "\n",
          "%",
          "%time",
          "%%x",
          "class",
          "A",
          "f",
          "->",
          "::",
          "return",
          "for",
          "while",
          "if",
          "else",
          "switch",
          "case",
          "new",
          "import",
          "java.util.*",
          "var",
          "record",
          "enum",
          "interface",
          "@",
          "?",
          ":",
          "+",
          "-",
          "/*",
          "*/",
          "//",
          "\"\"\"",
          "\\",
          "\u0000",
          "\u00e4",
          "sealed",
          "permits",
          "static",
          "void",
          "try",
          "catch",
          "throw",
          "$",
          "_",
          "#",
          "`",
          "1.5",
          "0x",
          "1e",
          "'a'",
          "\"s\"",
          "yield",
          "do",
          "break",
          "synchronized",
          "this",
          "super",
          "assert",
          "non-sealed",
          "default",
          "package",
          "module",
          "\t",
          " ",
          "~",
          "!",
          "&&",
          "\ud83d\ude00");
  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  /** Ends well or with an error that is the user's, in time. */
  private void survives(String source) throws Exception {
    CompletableFuture<Session.Outcome> run =
        CompletableFuture.supplyAsync(() -> cells.run(source), t -> new Thread(t).start());
    Session.Outcome outcome;
    try {
      outcome = run.get(3, TimeUnit.SECONDS);
    } catch (TimeoutException loop) {
      cells.session.interrupt();
      outcome = run.get(3, TimeUnit.SECONDS);
    }
    if (outcome instanceof Session.Outcome.Failed failed) {
      String text = String.join("\n", failed.traceback());
      assertFalse(
          !text.contains("cell ")
              && List.of(
                      "AssertionError",
                      "IllegalStateException",
                      "NullPointerException",
                      "IndexOutOfBoundsException",
                      "StringIndexOutOfBoundsException",
                      "ClassCastException",
                      "VerifyError",
                      "NoClassDefFoundError",
                      "IllegalAccessError",
                      "ClassFormatError")
                  .contains(failed.name()),
          () -> source + "\n" + String.join("\n", failed.traceback()));
      assertFalse(failed.traceback().isEmpty(), source);
    }
    cells.session.completeness(source);
    cells.session.complete(source, source.length() / 2);
    cells.session.inspect(source, source.length() / 3, 0);
  }

  @Test
  void randomTextNeverHarmsTheSession() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < (FULL ? 20_000 : 120); i++) {
      StringBuilder source = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        source.append(PIECES.get(random.nextInt(PIECES.size())));
        source.append(random.nextInt(3) == 0 ? "" : " ");
      }
      survives(source.toString());
    }
    cells.shows(2, "1 + 1");
  }

  @Test
  void brokenVersionsOfGoodCellsNeverHarmTheSession() throws Exception {
    Random random = new Random(11);
    List<String> good =
        AgreementTest.sessions()
            .flatMap(session -> java.util.Arrays.stream(session.split("\n---\n")))
            .toList();
    for (int i = 0; i < (FULL ? 20_000 : 150); i++) {
      StringBuilder source = new StringBuilder(good.get(random.nextInt(good.size())));
      int at = random.nextInt(source.length());
      switch (random.nextInt(3)) {
        case 0 -> source.deleteCharAt(at);
        case 1 -> source.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> source.setLength(at);
      }
      survives(source.toString());
    }
    cells.shows(2, "1 + 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        ";",
        ";;;",
        "// only a comment",
        "/* and\nanother */",
        "{}",
        "{ }",
        "%",
        "%%",
        "int",
        "}",
        "{",
        "()",
        "(",
        "class",
        "class A",
        "@",
        "package x;",
        "module m {}",
        "import",
        "import ;",
        "import java.util",
        "int x",
        "x",
        "\\u0031",
        "\u0000",
        "class A extends A {}",
        "interface I extends I {}",
        "record R(R r) {}",
        "int f() {}",
        "void f() { return 1; }",
        "int f(int a);",
        "abstract int f();",
        "this",
        "super.toString()",
        "return",
        "break;",
        "continue;",
        "case 1:",
        "default:",
        "else {}",
        "public",
        "static {}",
        "static { int y = 1; }",
        "int x = x;",
        "var v;",
        "var n = null;",
        "var l = () -> 1;",
        "var a = {1};",
        "int[] a = {1}, b[] = {{2}};",
        "void v;",
        "void",
        "int int = 3;",
        "class String {}",
        "class Object {}",
        "enum E { E }",
        "new",
        "new int[",
        "goto x;",
        "const",
        "native void f();",
        "A.B.C d;",
        "<T> T id(T t) { return t; }",
        "String do_it$0 = \"\";",
        "int $JShell$1 = 0;",
        "Object $value = 1; $value",
        "class REPL {}",
        "int org = 1;",
        "int java = 1;\njava",
        "System = null",
        "()-> 1",
        "x -> x",
        "String::length",
        "\"\"\"\n\"\"\"",
        "'",
        "\"",
        "0",
        "-1",
        "+1",
        "!true",
        "(1)",
        "((1))",
        "(int) 1.5",
        "1;2;3",
        "1\n2",
        "int a;int a;int a;"
      })
  void oddCells(String source) throws Exception {
    survives(source);
    cells.shows(3, "int ok = 1;\nint twice(int i) { return 2 * i; }\nok + twice(1)");
  }

  @Test
  void longCellsAndLongMethods() {
    StringBuilder lines = new StringBuilder("long s = 0;\n");
    for (int i = 0; i < 2000; i++) {
      lines.append("s += ").append(i).append(";\n");
    }
    cells.shows(1_999_000L, lines + "s");
    cells.shows(5000, "\"" + "x".repeat(5000) + "\".length()");
    assertTrue(
        cells
            .fails("CompilationException", "int[] a = {" + "1,".repeat(70_000) + "1};")
            .contains("code too large"));
  }

  @Test
  void aLongSessionStaysQuickAndSmall() {
    int most = FULL ? 10_000 : 600;
    for (int i = 0; i < 200; i++) {
      cells.done("1 + " + i);
    }
    int classes = loaded();
    for (int i = 0; i < most; i++) {
      cells.done("1 + " + i);
    }
    assertTrue(loaded() < classes + 200, "classes " + classes + " -> " + loaded());
  }

  private static int loaded() {
    System.gc();
    return java.lang.management.ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
