package org.jacobean.magics.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
  @TempDir Path folder;
  private RecordingNotebook notebook;

  @BeforeEach
  void open() throws Exception {
    folder = folder.toRealPath();
    notebook = new RecordingNotebook(folder);
  }

  private void file(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aJavaFileRunsWithoutItsPackageStatement() throws Exception {
    file("Tool.java", "package a.b;\nclass Tool {}\n");
    assertEquals("ran 1", notebook.line("%load Tool.java"));
    assertEquals(List.of("\nclass Tool {}\n"), notebook.ran);
    assertEquals(
        "Tool.java: the package statement was left out: a notebook's types have no package\n",
        notebook.complained());
  }

  @Test
  void aJShellScriptRunsWithoutItsCommands() throws Exception {
    file("a.jshell", "/set feedback silent\nint x = 1;\n/exit\n");
    notebook.line("%load a");
    assertEquals(List.of("\nint x = 1;\n\n"), notebook.ran);
    assertEquals(
        "a.jshell: the JShell command /set feedback silent was left out\n"
            + "a.jshell: the JShell command /exit was left out\n",
        notebook.complained());
  }

  @Test
  void aNotebookRunsItsCodeCellsInOrder() throws Exception {
    file(
        "n.ipynb",
        """
        {"nbformat": 4, "metadata": {"kernelspec": {"language": "java"}}, "cells": [
          {"cell_type": "markdown", "source": ["# Text"]},
          {"cell_type": "code", "source": ["int a = 1;\\n", "int b = 2;"]},
          {"cell_type": "code", "source": "a + b"}]}
        """);
    assertEquals("ran 2", notebook.line("%run n.ipynb"));
    assertEquals(List.of("int a = 1;\nint b = 2;", "a + b"), notebook.ran);
  }

  @Test
  void theCellThatFailsIsNamed() throws Exception {
    file(
        "n.ipynb",
        """
        {"nbformat": 4, "metadata": {}, "cells": [
          {"cell_type": "code", "source": "good"}, {"cell_type": "code", "source": "fail"}]}
        """);
    assertThrows(IllegalStateException.class, () -> notebook.line("%load n.ipynb"));
    assertEquals(
        "%load: in " + folder.resolve("n.ipynb") + ", code cell 2:\n", notebook.complained());
  }

  @Test
  void whatCannotBeLoadedIsExplained() throws Exception {
    assertEquals(
        "%load: file is missing. Write %load Tools.java. %load? shows help",
        notebook.mistake("%load"));
    assertEquals(
        "%load: there is no file "
            + folder.resolve("no.java")
            + ", nor with an ending such as .java. %load? shows help",
        notebook.mistake("%load no.java"));
    assertEquals(
        "%load: " + folder + " is a folder. Name a file in it. %load? shows help",
        notebook.mistake("%load ."));
    assertEquals(
        "%load: https://example.org/x.java is an address on the web, and what is loaded is run"
            + " unseen. Download it, read it, then load the file. %load? shows help",
        notebook.mistake("%load https://example.org/x.java"));
    file("notes.txt", "int x = 1;");
    assertEquals(
        "%load: "
            + folder.resolve("notes.txt")
            + " is no code to run: names end in .java, .jshell, .jsh, .ijava, .ipynb. %load? shows"
            + " help",
        notebook.mistake("%load notes.txt"));
    file("p.ipynb", "{\"metadata\": {\"kernelspec\": {\"language\": \"python\"}}, \"cells\": []}");
    assertEquals(
        "%load: " + folder.resolve("p.ipynb") + " is a notebook for python, this kernel runs Java",
        notebook.mistake("%load p.ipynb"));
    file("old.ipynb", "{\"worksheets\": []}");
    assertEquals(
        "%load: "
            + folder.resolve("old.ipynb")
            + " is not a notebook of format 4: it has no list of cells",
        notebook.mistake("%load old.ipynb"));
    file("bad.ipynb", "nonsense");
    assertTrue(
        notebook
            .mistake("%load bad.ipynb")
            .startsWith("%load: " + folder.resolve("bad.ipynb") + " is not a notebook: "));
    Files.write(folder.resolve("latin.java"), new byte[] {'/', '/', (byte) 0xE9, '\n'});
    assertEquals(
        "%load: " + folder.resolve("latin.java") + " is not UTF-8 text",
        notebook.mistake("%load latin.java"));
  }
}
