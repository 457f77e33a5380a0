package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

class LoadTest {
  @TempDir private Path folder;
  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  private static SerializedLambda reveal(Object lambda) throws Exception {
    Method reveal = lambda.getClass().getDeclaredMethod("writeReplace");
    reveal.setAccessible(true);
    return (SerializedLambda) reveal.invoke(lambda);
  }

  private Object value(String source) {
    return cells.done(source).value();
  }

  private byte[] bytes(String className) throws Exception {
    try (InputStream in = cells.session.loader().getResourceAsStream(className + ".class")) {
      assertNotNull(in, className);
      return in.readAllBytes();
    }
  }

  /** Compiles a class into a jar, with its source beside when wanted. */
  private Path jar(String file, String name, String source) throws Exception {
    Path java = Files.createDirectories(folder.resolve("src-" + file)).resolve(name + ".java");
    Files.writeString(java, source);
    Path classes = Files.createDirectories(folder.resolve("classes-" + file));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-g", "-d", classes.toString(), java.toString()));
    Path jar = folder.resolve(file);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(path));
      }
    }
    Path sources = folder.resolve(file.replace(".jar", "-sources.jar"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(sources))) {
      out.putNextEntry(new JarEntry("lib/" + name + ".java"));
      out.write(source.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void everyLambdaTellsWhatImplementsIt() throws Exception {
    cells.quiet("double k = 2; double f(double x) { return x * x; }");
    SerializedLambda plain = reveal(value("DoubleUnaryOperator a = x -> x * 3;\na"));
    assertTrue(plain.getImplMethodName().startsWith("lambda$"));
    assertNotNull(bytes(plain.getImplClass()));
    assertEquals(
        "pow", reveal(value("DoubleBinaryOperator p = Math::pow;\np")).getImplMethodName());
    assertEquals(
        "f",
        reveal(value("DoubleUnaryOperator m = x -> f(x);\nm"))
            .getImplMethodName()
            .replaceAll("lambda.*", "f"));
    SerializedLambda captured =
        reveal(value("DoubleUnaryOperator c(double s) { return x -> x * s; }\nc(7)"));
    assertEquals(1, captured.getCapturedArgCount());
    assertEquals(7.0, captured.getCapturedArg(0));
    SerializedLambda bound =
        reveal(value("String word = \"abc\";\nIntUnaryOperator b = word::charAt;\nb"));
    assertEquals("abc", bound.getCapturedArg(0));
  }

  @Test
  void classesOfCellsAreServedAsCompiled() throws Exception {
    cells.quiet("int f(int n) { int s = 0; while (n > 0) s += n--; return s; }");
    Method f = cells.session.methods("f").get(0);
    String name = f.getDeclaringClass().getName().replace('.', '/');
    assertTrue(name.startsWith("REPL/$JShell$"), name);
    byte[] served = bytes(name);
    String text = new String(served, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("Interrupts"), "checks are not part of what was written");
    assertEquals(name, new ClassReader(served).getClassName());
    assertEquals("n", f.getParameters()[0].getName());
    try (InputStream same =
        f.getDeclaringClass().getClassLoader().getResourceAsStream(name + ".class")) {
      assertEquals(served.length, same.readAllBytes().length);
    }
  }

  @Test
  void aLookupIntoEachClassOfACellCanBeHad() throws Exception {
    cells.quiet("double f(double x) { return x; }");
    Class<?> type = cells.session.methods("f").get(0).getDeclaringClass();
    MethodHandles.Lookup lookup = (MethodHandles.Lookup) type.getMethod("$lookup").invoke(null);
    assertEquals(type, lookup.lookupClass());
    assertTrue(lookup.hasFullPrivilegeAccess());
  }

  @Test
  void librariesCanBeAddedWhileTheSessionRuns() throws Exception {
    Path jar =
        jar(
            "tool.jar",
            "Tool",
            "package lib;\n/** A tool of the tests. */\npublic class Tool {\n"
                + "  /** Turns for ever.\n   * @param n where it starts */\n"
                + "  public static void turn(int n) { while (true) n++; }\n"
                + "  public static int one() { return 1; }\n"
                + "  public static void exit() { System.exit(1); }\n}\n");
    cells.fails("CompilationException", "lib.Tool.one()");
    assertEquals(0, cells.session.complete("lib.To", 6).items().size());
    cells.session.addToClasspath(List.of(jar));
    cells.shows(1, "lib.Tool.one()").shows(1, "import lib.*;\nTool.one()");
    assertEquals(List.of(jar.toAbsolutePath()), cells.session.classpath());
    assertEquals("Tool", cells.session.complete("lib.To", 6).items().get(0).text());
    cells.fails("ExitCalled", "Tool.exit()");
    Session.Inspection turn = cells.session.inspect("lib.Tool.turn(1)", 11, 0).orElseThrow();
    assertTrue(turn.plain().contains("Turns for ever."), turn.plain());
    assertTrue(turn.html().contains("<dt><code>n</code></dt><dd>where it starts"), turn.html());
    CompletableFuture<Session.Outcome> run =
        CompletableFuture.supplyAsync(() -> cells.run("Tool.turn(0)"), t -> new Thread(t).start());
    Thread.sleep(300);
    cells.session.interrupt();
    assertTrue(run.get(2, TimeUnit.SECONDS) instanceof Session.Outcome.Failed);
  }

  @Test
  void theUsersVersionOfALibraryWins() throws Exception {
    // asm is on the class path of these tests, as it is on the kernel's
    Path jar =
        jar(
            "asm.jar",
            "Opcodes",
            "package org.objectweb.asm; public interface Opcodes { static int mine() { return 7; } }");
    cells.session.addToClasspath(List.of(jar));
    cells.shows(7, "org.objectweb.asm.Opcodes.mine()");
  }

  @Test
  void theDatabaseOfTheHistoryIsHiddenAndTheUsersOwnIsTheOneFound() throws Exception {
    assertNotNull(Class.forName("org.sqlite.JDBC"), "ours is there, for the history");
    cells.fails("ClassNotFoundException", "Class.forName(\"org.sqlite.JDBC\")");
    Path jar =
        jar(
            "sqlite.jar",
            "JDBC",
            """
            package org.sqlite;
            import java.sql.*;
            public class JDBC implements Driver {
              static { try { DriverManager.registerDriver(new JDBC()); } catch (SQLException e) { throw new Error(e); } }
              public Connection connect(String url, java.util.Properties p) throws SQLException { throw new SQLException("the user's driver"); }
              public boolean acceptsURL(String url) { return true; }
              public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties p) { return new DriverPropertyInfo[0]; }
              public int getMajorVersion() { return 3; }
              public int getMinorVersion() { return 7; }
              public boolean jdbcCompliant() { return false; }
              public java.util.logging.Logger getParentLogger() { return null; }
            }
            """);
    cells.session.addToClasspath(List.of(jar));
    cells.shows(7, "new org.sqlite.JDBC().getMinorVersion()");
    String failure =
        cells.fails(
            "SQLException", "java.sql.DriverManager.getConnection(\"jdbc:sqlite::memory:\")");
    assertTrue(failure.contains("the user's driver"), failure);
  }

  @Test
  void aConsoleAsksTheReader() {
    JavaSession session =
        new JavaSession(
            new SessionConfig(
                DefaultImports.ALL,
                SessionConfig.NO_MAGICS,
                DefaultImports.ownClasspath(),
                getClass().getClassLoader(),
                (prompt, password) -> prompt + (password ? "secret" : "line"),
                (cell, body) -> body.run(),
                thread -> {}));
    try (session) {
      Session.Outcome outcome =
          session.run(
              new Session.Cell(
                  "cell 1",
                  "var c = System.console();\n"
                      + "c.readLine(\"%s? \", \"Name\") + new String(c.readPassword())"));
      assertEquals(new Session.Outcome.Done("Name? linesecret", true), outcome);
    }
  }

  @Test
  void valuesThatNobodyNamesAnyMoreAreFreed() throws Exception {
    cells.quiet("record Big(byte[] b) {}");
    for (int i = 0; i < 40; i++) {
      cells.quiet("var big" + (i % 2) + " = new Big(new byte[50_000_000]);\nint n" + i + " = 1;");
      cells.quiet(
          "byte[] data = new byte[50_000_000];\n"
              .replace("byte[]", i % 2 == 0 ? "byte[]" : "Object"));
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    assertTrue(used < 400_000_000, used + " bytes are still held");
  }
}
