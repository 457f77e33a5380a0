package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path jar;

  @BeforeEach
  void aJar() throws IOException {
    jar = Files.writeString(folder.resolve("downloaded.jar"), "the jar");
  }

  private Installation installation(String... line) throws InstallException {
    List<String> words = new ArrayList<>(List.of(line));
    words.add("--no-archive");
    JupyterFolders folders =
        new JupyterFolders(Platform.current(), Map.of(), folder.resolve("my home"));
    return new Installation(Options.parse(words), folders, new PrintStream(said, true));
  }

  private Path install(String... line) throws InstallException {
    Installation installation = installation(line);
    installation.install(jar);
    return installation.folder();
  }

  private static JsonNode spec(Path kernel) throws IOException {
    return new ObjectMapper().readTree(kernel.resolve("kernel.json").toFile());
  }

  private static List<String> argv(Path kernel) throws IOException {
    return StreamSupport.stream(spec(kernel).get("argv").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void withoutAnArchiveNoneIsNamed() throws Exception {
    assertTrue(
        argv(install("--install", "--user")).stream()
            .noneMatch(word -> word.matches("-XX:(AOTCache|SharedArchiveFile)=.*")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with space", "back\\slash", "ünï", "qu'ote", "dol$lar"})
  void aPrefixMayBeCalledAnything(String name) throws Exception {
    Path kernel = install("--install", "--prefix", folder.resolve(name).toString());
    assertEquals(folder.resolve(name).resolve("share/jupyter/kernels/jacobean"), kernel);
    assertEquals(
        kernel.resolve("jacobean.jar").toString(), argv(kernel).get(argv(kernel).size() - 2));
    for (String file :
        List.of(
            "kernel.json", "jacobean.jar", "logo-svg.svg", "logo-64x64.png", "logo-32x32.png")) {
      assertTrue(Files.size(kernel.resolve(file)) > 0, file);
    }
  }

  @Test
  void theKernelSpecIsWhatJupyterExpects() throws Exception {
    JsonNode spec = spec(install("--install", "--display-name", "Java \"quoted\" \\ λ"));
    assertEquals("java", spec.get("language").asText());
    assertEquals("message", spec.get("interrupt_mode").asText());
    assertEquals("Java \"quoted\" \\ λ", spec.get("display_name").asText());
  }

  @Test
  void theKernelIsOneProcessWithoutAShim() throws Exception {
    List<String> argv = argv(install("--install"));
    assertEquals(Jdk.running().java().toString(), argv.get(0));
    assertTrue(argv.contains("-ea"), argv.toString());
    assertEquals("{connection_file}", argv.get(argv.size() - 1));
    assertFalse(argv.toString().contains("TieredStopAtLevel"), "the optimising compiler stays on");
  }

  @Test
  void theUsersArgumentsComeAfterOurs() throws Exception {
    List<String> argv =
        argv(install("--install", "--jvm-arg", "-XX:+UseG1GC", "--jvm-arg", "-Da=b c"));
    assertTrue(argv.indexOf("-XX:+UseG1GC") > argv.indexOf("-ea"), argv.toString());
    assertTrue(argv.indexOf("-Da=b c") < argv.indexOf("-jar"), argv.toString());
  }

  @Test
  void theChoiceOfACollectorReplacesOurs() throws Exception {
    List<String> argv = argv(install("--install", "--jvm-arg", "-XX:+UseG1GC"));
    assertFalse(argv.contains("-XX:+UseSerialGC"), "a JVM refuses two collectors: " + argv);
  }

  @Test
  void environmentAndClasspathAreHandedOn() throws Exception {
    JsonNode environment =
        spec(install(
                "--install", "--env", "KEY=a=b", "--classpath", "~/x y.jar", "--classpath", "/z"))
            .get("env");
    assertEquals("a=b", environment.get("KEY").asText());
    assertEquals(
        folder.resolve("my home/x y.jar") + File.pathSeparator + Path.of("/z").toAbsolutePath(),
        environment.get(Installation.CLASSPATH_VARIABLE).asText());
  }

  @Test
  void aSecondInstallationWantsToBeToldToReplace() throws Exception {
    Path kernel = install("--install");
    Exception refused =
        assertThrows(
            InstallException.BadTarget.class, () -> install("--install", "--name", "jacobean"));
    assertTrue(refused.getMessage().contains("--replace"), refused.getMessage());
    Files.writeString(kernel.resolve("left over"), "");
    install("--install", "--replace");
    assertFalse(Files.exists(kernel.resolve("left over")));
  }

  @Test
  void anInstalledJarCanReplaceItself() throws Exception {
    Path installed = install("--install").resolve("jacobean.jar");
    byte[] before = Files.readAllBytes(installed);
    jar = installed;
    install("--install", "--replace", "--display-name", "Again");
    assertArrayEquals(before, Files.readAllBytes(installed));
    assertEquals("Again", spec(installed.getParent()).get("display_name").asText());
  }

  @Test
  void anothersKernelIsLeftAlone() throws Exception {
    Path kernel = installation("--install", "--name", "python3").folder();
    Files.createDirectories(kernel);
    Files.writeString(kernel.resolve("kernel.json"), "{}");
    for (String action : List.of("--install", "--uninstall")) {
      Exception refused =
          assertThrows(
              InstallException.BadTarget.class,
              () -> {
                Installation it = installation(action, "--name", "python3", "--replace");
                if (action.equals("--install")) {
                  it.install(jar);
                } else {
                  it.uninstall();
                }
              });
      assertTrue(refused.getMessage().contains("kernel of another kind"), refused.getMessage());
    }
    assertTrue(Files.exists(kernel.resolve("kernel.json")));
  }

  @Test
  void nothingIsLeftAfterRemoval() throws Exception {
    Path kernel = install("--install");
    installation("--uninstall").uninstall();
    assertFalse(Files.exists(kernel));
  }

  @Test
  void removingWhatIsNotThereIsSaid() {
    Exception refused =
        assertThrows(
            InstallException.BadTarget.class, () -> installation("--uninstall").uninstall());
    assertTrue(refused.getMessage().contains("no kernel jacobean at"), refused.getMessage());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("a file"), "");
    Exception refused =
        assertThrows(
            InstallException.BadTarget.class,
            () -> install("--install", "--prefix", file.toString()));
    assertTrue(refused.getMessage().startsWith("Cannot write to "), refused.getMessage());
  }
}
