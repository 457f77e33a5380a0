package org.jacobean.magics.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathMagicsTest {
  @TempDir Path folder;
  private RecordingNotebook notebook;

  @BeforeEach
  void files() throws Exception {
    folder = folder.toRealPath();
    notebook = new RecordingNotebook(folder);
    Files.createDirectories(folder.resolve("lib/deep"));
    for (String name :
        List.of("lib/a.jar", "lib/b.jar", "lib/deep/c.jar", "lib/readme.txt", "my tool.jar")) {
      Files.writeString(folder.resolve(name), "");
    }
  }

  private List<String> paths(String... names) {
    return java.util.stream.Stream.of(names).map(name -> folder.resolve(name).toString()).toList();
  }

  @Test
  void jarsTakesFilesPatternsAndFolders() throws Exception {
    assertEquals(paths("lib/a.jar"), notebook.line("%jars lib/a.jar"));
    assertEquals(paths("lib/a.jar", "lib/b.jar"), notebook.line("%jars lib/*.jar"));
    assertEquals(paths("lib/a.jar", "lib/b.jar"), notebook.line("%jar lib"));
    assertEquals(paths("lib/deep/c.jar"), notebook.line("%jars lib/**/*.jar"));
    assertEquals(
        paths("lib/a.jar", "lib/deep/c.jar"), notebook.line("%jars lib/{a,x}.jar lib/deep"));
    assertEquals(paths("my tool.jar"), notebook.line("%jars \"my tool.jar\""));
    assertEquals(paths("lib/b.jar"), notebook.line("%jars " + folder.resolve("lib/b.jar")));
    assertEquals(10, notebook.added.size());
  }

  @Test
  void classpathTakesFoldersAsTheyAreAndListsAll() throws Exception {
    assertEquals(paths("lib"), notebook.line("%classpath lib"));
    assertEquals(paths("lib/a.jar"), notebook.line("%addClasspath lib/a.jar"));
    assertEquals(paths("lib", "lib/a.jar"), notebook.line("%classpath"));
    assertEquals(paths("lib/b.jar"), notebook.line("%classpath add jar lib/b.jar"));
  }

  @Test
  void beakerXNamesOfLibrariesGoToMaven() throws Exception {
    notebook.line("%classpath add mvn org.example tool 1.0");
    assertEquals(List.of("%maven org.example:tool:1.0"), notebook.ran);
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() throws Exception {
    assertEquals(
        "%jars: nothing matches lib/*.war. Sought from " + folder.resolve("lib"),
        notebook.mistake("%jars lib/*.war"));
    assertEquals(
        "%jars: nothing matches nowhere.jar. Sought from " + folder,
        notebook.mistake("%jars nowhere.jar"));
    Files.createDirectories(folder.resolve("classes"));
    assertEquals(
        "%jars: the folder "
            + folder.resolve("classes")
            + " holds no jar. %classpath classes adds a folder of classes",
        notebook.mistake("%jars classes"));
    assertEquals(
        "%jars: a jar or a pattern is missing. Write %jars lib/*.jar. %jars? shows help",
        notebook.mistake("%jars"));
    assertTrue(
        notebook.mistake("%jars lib/{a.jar").startsWith("lib/{a.jar is not a file pattern: "));
  }

  @Test
  void aTildeIsTheHomeFolder() throws Exception {
    assertEquals(
        Path.of(System.getProperty("user.home"), "x").toAbsolutePath(),
        UserPath.of(notebook, "~/x").path());
    assertEquals(folder.resolve("~x"), UserPath.of(notebook, "~x").path());
  }

  @Test
  void pwdGivesTheNotebooksFolderAndCdSaysWhyItStays() throws Exception {
    assertEquals(folder.toString(), notebook.line("%pwd"));
    assertEquals(
        "%cd: a running JVM cannot change its working folder, "
            + folder
            + ". Use paths such as Path.of(\"data\").resolve(\"x.csv\"), or cd inside %%bash",
        notebook.mistake("%cd data"));
  }

  @Test
  void writefileWritesAppendsAndSaysWhatItDid() throws Exception {
    notebook.cell("%%writefile a.txt\nfirst é\nsecond");
    assertEquals("first é\nsecond\n", Files.readString(folder.resolve("a.txt")));
    assertEquals("Wrote " + folder.resolve("a.txt") + "\n", notebook.printed());
    notebook.cell("%%writefile -a a.txt\nthird\n");
    assertEquals("first é\nsecond\nthird\n", Files.readString(folder.resolve("a.txt")));
    assertEquals("Appended to " + folder.resolve("a.txt") + "\n", notebook.printed());
    notebook.cell("%%file \"a.txt\"\nx");
    assertEquals("Overwrote " + folder.resolve("a.txt") + "\n", notebook.printed());
    notebook.cell("%%writefile --append new.txt\nx");
    assertEquals("x\n", Files.readString(folder.resolve("new.txt")));
  }

  @Test
  void writefileExplainsWhatItCannotDo() throws Exception {
    assertEquals(
        "%%writefile: file name is missing. Write %%writefile data.csv. %%writefile? shows help",
        notebook.mistake("%%writefile\nx"));
    assertEquals(
        "%%writefile: "
            + folder.resolve("lib")
            + " is a folder. Name a file in it. %%writefile? shows help",
        notebook.mistake("%%writefile lib\nx"));
    assertEquals(
        "%%writefile: the folder "
            + folder.resolve("no")
            + " does not exist. Make it first: java.nio.file.Files.createDirectories("
            + "java.nio.file.Path.of(\""
            + folder.resolve("no")
            + "\"))",
        notebook.mistake("%%writefile no/a.txt\nx"));
  }
}
