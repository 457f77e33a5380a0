package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static Options parse(String... line) throws InstallException {
    return Options.parse(List.of(line));
  }

  private static String complaint(String... line) {
    return assertThrows(InstallException.BadOption.class, () -> parse(line)).getMessage();
  }

  @Test
  void anInstallationIsForTheUserUnlessTold() throws InstallException {
    Options options = parse("--install");
    assertEquals(Options.Action.INSTALL, options.action());
    assertEquals(Options.Place.USER, options.place());
    assertEquals("jacobean", options.name());
    assertEquals("Java (Jacobean)", options.displayName());
    assertTrue(options.archive());
  }

  @Test
  void everyOptionIsRead() throws InstallException {
    Options options =
        parse(
            "--install",
            "--prefix",
            "C:\\My Files\\env",
            "--name",
            "java-21",
            "--display-name",
            "Java 21",
            "--jdk",
            "~/jdk",
            "--jvm-arg",
            "-Xmx4g",
            "--jvm-arg",
            "-Dkey=a b",
            "--env",
            "KEY=x=y",
            "--classpath",
            "a b.jar",
            "--replace",
            "--no-archive");
    assertEquals(Options.Place.PREFIX, options.place());
    assertEquals("C:\\My Files\\env", options.prefix());
    assertEquals("java-21", options.name());
    assertEquals("Java 21", options.displayName());
    assertEquals("~/jdk", options.jdk());
    assertEquals(List.of("-Xmx4g", "-Dkey=a b"), options.jvmArguments());
    assertEquals(Map.of("KEY", "x=y"), options.environment());
    assertEquals(List.of("a b.jar"), options.classpath());
    assertTrue(options.replace());
    assertEquals(false, options.archive());
  }

  @Test
  void anEqualsSignMayJoinOptionAndValue() throws InstallException {
    assertEquals("x", parse("--install", "--name=x").name());
    assertEquals(List.of("-Da=b"), parse("--install", "--jvm-arg=-Da=b").jvmArguments());
  }

  @Test
  void aJvmArgumentKeepsItsOwnEqualsSign() throws InstallException {
    String opens = "--add-opens=java.base/java.lang=ALL-UNNAMED";
    assertEquals(List.of(opens), parse("--install", "--jvm-arg", opens).jvmArguments());
  }

  @Test
  void environmentKeepsItsOrder() throws InstallException {
    Options options = parse("--install", "--env", "B=1", "--env", "A=2", "--env", "C=3");
    assertEquals(List.of("B", "A", "C"), List.copyOf(options.environment().keySet()));
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertTrue(complaint("--install", "--bogus").startsWith("There is no option --bogus."));
  }

  @Test
  void aMissingValueIsNamed() {
    assertTrue(complaint("--install", "--prefix").startsWith("--prefix wants PATH after it."));
  }

  @Test
  void anEmptyLineTellsWhatThereIs() {
    assertTrue(complaint().contains("--install, --uninstall or --doctor"));
  }

  @Test
  void twoPlacesAreRefused() {
    assertTrue(complaint("--install", "--user", "--sys-prefix").contains("at a time"));
  }

  @Test
  void twoActionsAreRefused() {
    assertTrue(complaint("--install", "--uninstall").contains("at a time"));
  }

  @Test
  void aVariableWithoutValueIsRefused() {
    assertTrue(complaint("--install", "--env", "KEY").contains("--env wants NAME=VALUE, not KEY"));
  }

  @Test
  void aNameThatWouldLeaveItsFolderIsRefused() {
    assertTrue(complaint("--install", "--name", "../other").contains("--name ../other"));
    assertTrue(complaint("--install", "--name", "..").contains("--name .."));
  }

  @Test
  void helpWinsOverEverythingElse() throws InstallException {
    assertEquals(Options.Action.HELP, parse("--install", "--help").action());
    assertEquals(Options.Action.HELP, parse("--help", "--uninstall").action());
  }
}
