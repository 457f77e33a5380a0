package org.jacobean.magics.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class BashTest {
  @TempDir Path folder;
  private RecordingNotebook notebook;

  @BeforeEach
  void open() throws Exception {
    folder = folder.toRealPath();
    notebook = new RecordingNotebook(folder);
  }

  @Test
  void aCellRunsInTheNotebooksFolderWithItsOutputApart() throws Exception {
    notebook.cell("%%bash\npwd\necho é >&2\n");
    assertEquals(folder + "\n", notebook.printed());
    assertEquals("é\n", notebook.complained());
  }

  @Test
  void aLineRunsToo() throws Exception {
    notebook.line("%bash echo $((1 + 2)) \"a  b\"");
    assertEquals("3 a  b\n", notebook.printed());
  }

  @Test
  void wordsOnTheFirstLineAreTheScriptsArguments() throws Exception {
    notebook.cell("%%bash one \"two three\"\necho $2-$1");
    assertEquals("two three-one\n", notebook.printed());
  }

  @Test
  void shIsThePlainShell() throws Exception {
    notebook.cell("%%sh\necho $0");
    assertEquals("sh\n", notebook.printed());
  }

  @Test
  void variablesSetByEnvReachTheScript() throws Exception {
    notebook.line("%env GREETING=hello there");
    assertEquals("env: GREETING=hello there\n", notebook.printed());
    notebook.cell("%%bash\necho $GREETING");
    assertEquals("hello there\n", notebook.printed());
  }

  @Test
  void aScriptThatFailsFailsTheCellUnlessToldOtherwise() throws Exception {
    assertEquals(
        "%%bash: the script ended with exit code 3", notebook.mistake("%%bash\nexit 3\necho no"));
    notebook.cell("%%bash --no-raise-error\nexit 3");
    assertEquals(
        "%bash: a command is missing. Write %%bash. %bash? shows help", notebook.mistake("%bash"));
  }

  @Test
  void muchOutputArrivesWhole() throws Exception {
    notebook.cell("%%bash\nfor i in $(seq 20000); do echo line $i; done");
    String[] lines = notebook.printed().split("\n");
    assertEquals(20_000, lines.length);
    assertEquals("line 20000", lines[19_999]);
  }

  @Test
  void aLongScriptThatReadsNothingOfItselfDoesNotHang() throws Exception {
    notebook.cell("%%bash\nexit 0\n" + "# filler that is never read\n".repeat(10_000));
  }

  @Test
  void anInterruptEndsTheScriptAndItsChildren() throws Exception {
    var failure = new AtomicReference<Throwable>();
    var cell =
        new Thread(
            () -> {
              try {
                notebook.cell(
                    "%%bash\necho $$ > pid\nsleep 60 &\necho $! > child\nwait\necho late");
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    cell.start();
    while (!Files.exists(folder.resolve("child")) || Files.size(folder.resolve("child")) == 0) {
      Thread.sleep(10);
    }
    long begin = System.nanoTime();
    cell.interrupt();
    cell.join();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    assertEquals(InterruptedException.class, failure.get().getClass());
    assertTrue(millis < 200, millis + " ms");
    Thread.sleep(100);
    assertFalse(alive("pid"), "the script lives");
    assertFalse(alive("child"), "its child lives");
  }

  private boolean alive(String file) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
  }

  /** Ended, but not yet fetched by its parent: in a container nobody may ever do so. */
  private static boolean isZombie(long pid) throws Exception {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.exists(status) && Files.readString(status).contains("State:\tZ");
  }

  @Test
  void safeModeSwitchesItOff() throws Exception {
    System.setProperty("jacobean.safe", "true");
    try {
      assertEquals(
          "%%bash is switched off because the system property jacobean.safe is true. Whoever runs"
              + " this kernel can unset it; Java code runs as ever",
          notebook.mistake("%%bash\ntouch x"));
      assertFalse(Files.exists(folder.resolve("x")));
    } finally {
      System.clearProperty("jacobean.safe");
    }
  }

  @Test
  void safeModeByEnvironmentIsReadAsAYesOrNo() {
    assertTrue(SafeMode.truthy("1") && SafeMode.truthy("yes"));
    assertFalse(
        SafeMode.truthy(null)
            || SafeMode.truthy("")
            || SafeMode.truthy("0")
            || SafeMode.truthy("False"));
  }

  @Test
  void anInterpreterThatIsNotThereIsNamed() {
    var call = new org.jacobean.kernel.extend.MagicCall("x", "", "", notebook);
    var mistake =
        assertThrows(
            org.jacobean.kernel.extend.MagicException.class,
            () -> new Script("%%x", call).run(java.util.List.of("no-such-shell"), ""));
    assertTrue(
        mistake.getMessage().startsWith("%%x: no-such-shell could not be started (")
            && mistake.getMessage().endsWith("). Is it installed and on the PATH?"),
        mistake.getMessage());
  }
}
