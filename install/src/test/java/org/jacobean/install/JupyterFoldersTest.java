package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JupyterFoldersTest {
  private static final Path HOME = Path.of("/home/a user").toAbsolutePath();

  private static JupyterFolders on(Platform platform, String... variable) {
    return new JupyterFolders(
        platform, variable.length == 0 ? Map.of() : Map.of(variable[0], variable[1]), HOME);
  }

  @Test
  void eachSystemHasItsOwnFolder() {
    assertEquals(HOME.resolve(".local/share/jupyter"), on(Platform.LINUX).user());
    assertEquals(HOME.resolve("Library/Jupyter"), on(Platform.MACOS).user());
    assertEquals(HOME.resolve("AppData/Roaming/jupyter"), on(Platform.WINDOWS).user());
  }

  @Test
  void theSystemsVariablesCount() {
    assertEquals(
        Path.of("/data x/jupyter").toAbsolutePath(),
        on(Platform.LINUX, "XDG_DATA_HOME", "/data x").user());
    assertEquals(
        Path.of("/roaming/jupyter").toAbsolutePath(),
        on(Platform.WINDOWS, "APPDATA", "/roaming").user());
  }

  @Test
  void jupyterDataDirWinsEverywhere() {
    for (Platform platform : Platform.values()) {
      assertEquals(
          Path.of("/jup").toAbsolutePath(), on(platform, "JUPYTER_DATA_DIR", "/jup").user());
    }
  }

  @Test
  void aVariableThatIsEmptyDoesNotCount() {
    assertEquals(
        HOME.resolve(".local/share/jupyter"), on(Platform.LINUX, "JUPYTER_DATA_DIR", "").user());
  }

  @Test
  void theActiveEnvironmentIsThePrefix() throws InstallException {
    for (String variable : new String[] {"VIRTUAL_ENV", "CONDA_PREFIX"}) {
      assertEquals(
          Path.of("/env one").toAbsolutePath(),
          on(Platform.LINUX, variable, "/env one").activePrefix());
    }
  }

  @Test
  void withoutOnePythonIsAsked() throws InstallException {
    assertTrue(on(Platform.LINUX).activePrefix().isAbsolute());
  }

  @Test
  void aTildeStandsForHomeAlsoWithABackslash() {
    assertEquals(HOME, on(Platform.LINUX).expand("~"));
    assertEquals(HOME.resolve("my jdk"), on(Platform.LINUX).expand("~/my jdk"));
    assertEquals(HOME.resolve("jdk"), on(Platform.WINDOWS).expand("~\\jdk"));
  }

  @Test
  void aTildeInsideANameStaysWhatItIs() {
    assertEquals(Path.of("/a/~b").toAbsolutePath(), on(Platform.LINUX).expand("/a/~b"));
    assertEquals(Path.of("~b").toAbsolutePath(), on(Platform.LINUX).expand("~b"));
  }
}
