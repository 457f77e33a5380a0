package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir Path folder;

  private Path jdk(String name, String version, String modules) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
    Path java = home.resolve("bin").resolve(Platform.current().executable("java"));
    Files.createDirectories(java.getParent());
    Files.createFile(java);
    return home;
  }

  private String complaint(Path place) {
    return assertThrows(InstallException.BadJdk.class, () -> Jdk.at(place)).getMessage();
  }

  @Test
  void theOneThatRunsTheTestsWillDo() throws InstallException {
    Jdk running = Jdk.running();
    assertEquals(Runtime.version().feature(), running.version());
    assertTrue(Files.isExecutable(running.java()));
  }

  @Test
  void versionsAreReadAsTheyAreWritten() throws Exception {
    String modules = "java.base jdk.compiler jdk.jshell";
    assertEquals(17, Jdk.at(jdk("a", "17", modules)).version());
    assertEquals(21, Jdk.at(jdk("b", "21.0.4", modules)).version());
    assertEquals(26, Jdk.at(jdk("c", "26-ea", modules)).version());
  }

  @Test
  void theFolderMayHaveSpaces() throws Exception {
    Path home = jdk("Program Files (x86)/my jdk", "21", "jdk.compiler jdk.jshell");
    assertEquals(home, Jdk.at(home).home());
  }

  @Test
  void theCommandItselfMayBeNamed() throws Exception {
    Path home = jdk("d", "21", "jdk.compiler jdk.jshell");
    Jdk jdk = Jdk.at(home.resolve("bin").resolve(Platform.current().executable("java")));
    assertEquals(home.toRealPath(), jdk.home().toRealPath());
  }

  @Test
  void aMacBundleIsOpened() throws Exception {
    Path home = jdk("temurin.jdk/Contents/Home", "21", "jdk.compiler jdk.jshell");
    assertEquals(home, Jdk.at(folder.resolve("temurin.jdk")).home());
  }

  @Test
  void anOldOneIsRefusedWithTheLineThatInstallsOne() throws IOException {
    String message = complaint(jdk("old", "11.0.2", "jdk.compiler jdk.jshell"));
    assertTrue(message.contains("is Java 11"), message);
    assertTrue(message.contains("17 or newer"), message);
    assertTrue(message.contains("install"), message);
    assertTrue(complaint(jdk("older", "1.8.0_392", "x")).contains("is Java 8"));
  }

  @Test
  void aRuntimeWithoutCompilerIsRefused() throws IOException {
    assertTrue(complaint(jdk("jre", "21", "java.base")).contains("without compiler and JShell"));
  }

  @Test
  void anotherFolderIsRefused() {
    assertTrue(complaint(folder).contains("is not the folder of a JDK"));
  }

  @Test
  void aReleaseFileWithoutVersionIsRefused() throws IOException {
    Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\n");
    assertTrue(complaint(folder).contains("does not tell its version"));
  }
}
