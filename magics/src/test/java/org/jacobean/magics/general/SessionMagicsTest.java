package org.jacobean.magics.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.kernel.extend.Notebook.HistoryEntry;
import org.jacobean.kernel.extend.Notebook.Variable;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionMagicsTest {
  @TempDir Path folder;
  private RecordingNotebook notebook;

  @BeforeEach
  void open() {
    notebook = new RecordingNotebook(folder);
  }

  private void declare() {
    notebook.declared.add(new Variable("x", "double[]", new double[] {1, 2, 3, 4, 5, 6, 7}));
    notebook.declared.add(new Variable("names", "java.util.List<String>", List.of("a", "b")));
    notebook.declared.add(new Variable("nothing", "String", null));
    notebook.declared.add(
        new Variable(
            "broken",
            "Object",
            new Object() {
              @Override
              public String toString() {
                throw new IllegalStateException();
              }
            }));
  }

  @Test
  void whoListsNamesByKind() throws Exception {
    notebook.line("%who");
    assertEquals("Nothing is declared yet.\n", notebook.printed());
    declare();
    notebook.line("%who");
    assertEquals(
        "Variables: x, names, nothing, broken\nMethods: f, g\nTypes: Point\n", notebook.printed());
    notebook.line("%who List String");
    assertEquals("Variables of type List, String: names, nothing\n", notebook.printed());
    notebook.line("%who int");
    assertEquals("Variables of type int: none\n", notebook.printed());
  }

  @Test
  void whosShowsTypesAndValues() throws Exception {
    notebook.line("%whos");
    assertEquals("No such variable is declared.\n", notebook.printed());
    declare();
    notebook.line("%whos");
    assertEquals(
        """
        Variable         Type                        Value
        x                double[]                    double[7]: 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, …
        names            java.util.List<String>      n=2: [a, b]
        nothing          String                      null
        broken           Object                      (toString failed: IllegalStateException)""",
        notebook.lastShown(MIMEType.TEXT_PLAIN).toString().replaceAll(" +\n", "\n"));
    assertTrue(
        notebook.lastShown(MIMEType.TEXT_HTML).toString().contains("java.util.List&lt;String&gt;"));
  }

  @Test
  void resetAsksFirst() throws Exception {
    notebook.answer = "n";
    notebook.line("%reset");
    assertFalse(notebook.forgotten);
    assertEquals("Nothing done.\n", notebook.printed());
    notebook.answer = "Yes";
    notebook.line("%reset");
    assertTrue(notebook.forgotten);
  }

  @Test
  void resetWithForceAsksNothing() throws Exception {
    notebook.line("%reset -f");
    assertTrue(notebook.forgotten);
  }

  @Test
  void resetWhereNothingCanBeAskedNamesTheWayOut() throws Exception {
    assertEquals(
        "%reset cannot ask here because the client takes no input. Write %reset -f",
        notebook.mistake("%reset"));
    assertEquals(
        "%reset: \"x\" is not understood. Write %reset. %reset? shows help",
        notebook.mistake("%reset x"));
  }

  @Test
  void envShowsSetsAndSuggests() throws Exception {
    assertEquals(System.getenv("PATH"), notebook.line("%env PATH"));
    notebook.line("%env LEVEL = debug");
    assertEquals("debug", notebook.line("%env LEVEL"));
    notebook.line("%env LEVEL warn all");
    assertEquals("warn all", notebook.line("%env LEVEL"));
    notebook.line("%env MY_TOKEN=abc");
    notebook.printed();
    assertNull(notebook.line("%env"));
    String all = notebook.printed();
    assertTrue(all.contains("LEVEL=warn all\n") && all.contains("MY_TOKEN=<hidden>\n"), all);
    assertEquals(
        "%env: LEVLE is not set. Did you mean LEVEL? %env LEVLE=value sets it",
        notebook.mistake("%env LEVLE"));
  }

  private void remember() {
    notebook.past.addAll(
        List.of(
            new HistoryEntry(1, 1, "int old = 1;"),
            new HistoryEntry(2, 1, "int a = 1;"),
            new HistoryEntry(2, 2, "int b = 2;\nint c = 3;"),
            new HistoryEntry(2, 3, "a + b")));
  }

  @ParameterizedTest
  @CsvSource({
    "%history, 'int a = 1;\nint b = 2;\nint c = 3;\na + b\n'",
    "%history 2-9 1, 'int b = 2;\nint c = 3;\na + b\nint a = 1;\n'",
    "%hist -n 1-2, '     1: int a = 1;\n     2: int b = 2;\n        int c = 3;\n'",
    "%history -l 1, 'a + b\n'",
    "%history -n -g int*old, '     1: int old = 1;\n'",
    "%history -g nowhere, 'No such cell in the history.\n'",
    "%history 7, 'No such cell in the history.\n'"
  })
  void historyPicksCells(String typed, String printed) throws Exception {
    remember();
    notebook.line(typed);
    assertEquals(printed, notebook.printed());
  }

  @Test
  void historyGoesToAFile() throws Exception {
    remember();
    notebook.line("%history -f h.jshell 3");
    assertEquals("a + b\n", Files.readString(folder.resolve("h.jshell")));
  }

  @Test
  void historyExplainsMistakes() throws Exception {
    assertEquals(
        "%history: x is neither a cell number nor a range such as 3-5. %history? shows help",
        notebook.mistake("%history x"));
    assertEquals(
        "%history: -l 0 is too few: at least 1 is needed. %history? shows help",
        notebook.mistake("%history -l 0"));
    assertTrue(
        notebook.mistake("%history -f no/such/file").startsWith("%history: "),
        "a file that cannot be written");
  }

  @ParameterizedTest
  @CsvSource({
    "html, text/html, <b>x</b>",
    "HTML, text/html, <b>x</b>",
    "latex, text/latex, $x^2$",
    "markdown, text/markdown, # x",
    "javascript, application/javascript, alert(1)",
    "js, application/javascript, alert(1)",
    "svg, image/svg+xml, <svg/>"
  })
  void aCellIsShownAsWhatItIs(String magic, String mime, String body) throws Exception {
    notebook.cell("%%" + magic + "\n" + body);
    assertEquals(body, notebook.lastShown(MIMEType.parse(mime)));
    assertEquals(body, notebook.lastShown(MIMEType.TEXT_PLAIN));
  }

  @Test
  void anEmptyCellIsNotShown() throws Exception {
    assertEquals(
        "%%html: the cell below is empty. Put HTML there", notebook.mistake("%%html\n  \n"));
    assertEquals(
        "%%html: \"x\" is not understood. Write %%html. %%html? shows help",
        notebook.mistake("%%html x\n<b>"));
  }

  @Test
  void lsmagicListsEveryMagicAndHelpShowsOne() throws Exception {
    notebook.line("%lsmagic");
    String table = notebook.lastShown(MIMEType.TEXT_PLAIN).toString();
    for (String name :
        List.of("%%bash", "%maven", "%time, %%time", "%lsmagic", "%loadFromPOM, %%loadFromPOM")) {
      assertTrue(table.contains(name), name);
    }
    notebook.line("%help timeit");
    assertTrue(
        notebook.lastShown(MIMEType.TEXT_MARKDOWN).toString().startsWith("# %timeit, %%timeit"));
    notebook.line("%help %%html");
    assertTrue(notebook.lastShown(MIMEType.TEXT_MARKDOWN).toString().startsWith("# %%html"));
    notebook.line("%help");
    assertTrue(notebook.lastShown(MIMEType.TEXT_MARKDOWN).toString().contains("`%maven`"));
    assertEquals(
        "%help: no magic is called tiem, nor anything in this notebook's Java. Did you mean time?"
            + " %lsmagic lists the magics",
        notebook.mistake("%help tiem"));
  }

  @Test
  void helpMayStandBesideTheNotebookAndKnowsJava() throws Exception {
    notebook.line("%help --page lsmagic");
    assertTrue(notebook.shown.isEmpty());
    assertTrue(
        notebook.pages.get(0).getData(MIMEType.TEXT_PLAIN).toString().startsWith("%lsmagic"));
    notebook.line("%help --page Math.abs");
    assertEquals("the absolute value", notebook.pages.get(1).getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void clearOutputTakesAwayWhatWasShown() throws Exception {
    notebook.line("%help");
    notebook.line("%clear_output");
    assertTrue(notebook.shown.isEmpty());
    notebook.line("%clear_output --wait");
    assertEquals(List.of(false, true), notebook.clearings);
    assertTrue(notebook.mistake("%clear_output now").contains("now"));
  }

  @Test
  void everyMagicDeclaresASummaryThatIsASentenceAndAUsage() {
    notebook
        .magics()
        .forEach(
            spec -> {
              assertTrue(spec.summary().matches("[A-Z].*\\."), spec.name());
              assertTrue(spec.usage().get(0).startsWith("%"), spec.name());
              spec.options().forEach(o -> assertTrue(o.summary().matches("[A-Z].*[.…]"), o.word()));
            });
  }
}
