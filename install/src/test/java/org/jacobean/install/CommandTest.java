package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... line) {
    JupyterFolders folders =
        new JupyterFolders(
            Platform.current(),
            Map.of("JUPYTER_DATA_DIR", home.toString(), "VIRTUAL_ENV", home.toString()),
            home);
    return Command.run(
        List.of(line), folders, new PrintStream(out, true), new PrintStream(err, true));
  }

  @Test
  void helpNamesEveryOption() {
    assertEquals(0, run("--help"));
    for (String option :
        List.of(
            "--install",
            "--uninstall",
            "--doctor",
            "--user",
            "--sys-prefix",
            "--prefix",
            "--name",
            "--display-name",
            "--jdk",
            "--jvm-arg",
            "--env",
            "--classpath",
            "--replace")) {
      assertTrue(out.toString().contains(option), option);
    }
  }

  @Test
  void aMistypedLineEndsWithTwoAndNoTrace() {
    assertEquals(2, run("--instal"));
    assertEquals(
        "There is no option --instal.\nSee java -jar jacobean.jar --help.\n",
        err.toString().replace("\r", ""));
  }

  @Test
  void aFailureEndsWithOneAndNoTrace() {
    assertEquals(1, run("--uninstall"));
    assertTrue(err.toString().startsWith("There is no kernel jacobean"), err.toString());
    assertTrue(!err.toString().contains("\tat "), err.toString());
  }

  @Test
  void onlyTheJarCanInstallItself() {
    assertEquals(1, run("--install"));
    assertTrue(err.toString().contains("Only the self-contained jacobean.jar"), err.toString());
  }

  @Test
  void theDoctorSaysWhenThereIsNothing() {
    assertEquals(1, run("--doctor"));
    assertTrue(out.toString().contains("install one with --install"), out.toString());
  }
}
