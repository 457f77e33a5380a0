package org.jacobean.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.extend.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicsTest {
  private static MagicSpec spec(String name, Form... forms) {
    return new MagicSpec(
        name,
        EnumSet.copyOf(List.of(forms)),
        "Says it back.",
        List.of("%" + name + " words"),
        List.of(new Option("--loud", "", "In capitals | shouted.")),
        "It is an *echo*.",
        String.class);
  }

  /** Says back what it was given; found by a service file that a test writes. */
  public static final class Echo implements Magic {
    @Override
    public MagicSpec spec() {
      return MagicsTest.spec("echo", Form.LINE, Form.CELL);
    }

    @Override
    public List<String> aliases() {
      return List.of("parrot");
    }

    @Override
    public Object run(MagicCall call) {
      return call.name() + "|" + call.line() + "|" + call.body();
    }
  }

  /** A cell magic only. */
  public static final class Under implements Magic {
    @Override
    public MagicSpec spec() {
      return MagicsTest.spec("under", Form.CELL);
    }

    @Override
    public Object run(MagicCall call) {
      return "under";
    }
  }

  private final List<DisplayData> shown = new ArrayList<>();

  private Notebook notebook() {
    return (Notebook)
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Notebook.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("display") && arguments[0] instanceof DisplayData data) {
                shown.add(data);
                return null;
              }
              throw new AssertionError(method + " is not for this test");
            });
  }

  private Magics magics(Path folder, String... services) throws IOException {
    Path file = folder.resolve("META-INF/services/" + Magic.class.getName());
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(services));
    var loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return new Magics(loader, this::notebook);
  }

  private Magics twoMagics(Path folder) throws IOException {
    return magics(folder, Echo.class.getName(), Under.class.getName());
  }

  @Test
  void aServiceLineMakesAMagic(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertEquals("echo|a  \"b\"|null", magics.run("echo", " a  \"b\" ", null));
    assertEquals("echo||x\ny", magics.run("echo", "", "x\ny"));
    assertEquals(List.of("echo", "under"), magics.all().stream().map(MagicSpec::name).toList());
  }

  @Test
  void anAliasLeadsToTheSameMagicAndIsNotListed(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertEquals("parrot|x|null", magics.run("parrot", "x", null));
    assertEquals("echo", magics.find("parrot").orElseThrow().name());
    assertEquals(2, magics.all().size());
  }

  @Test
  void aMagicRegisteredLaterIsFoundAndReplacesItsNamesake(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertEquals(Optional.empty(), magics.find("later"));
    magics.register(
        new Magic() {
          @Override
          public MagicSpec spec() {
            return MagicsTest.spec("echo", Form.LINE);
          }

          @Override
          public Object run(MagicCall call) {
            return "mine";
          }
        });
    assertEquals("mine", magics.run("echo", "", null));
  }

  @Test
  void aMistypedNameGetsTheNearestSuggested(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertMistake(
        () -> magics.run("ehco", "x", null),
        "%ehco is not a magic. Did you mean %echo? %lsmagic lists them all");
    assertMistake(
        () -> magics.run("undr", "", "x"),
        "%%undr is not a magic. Did you mean %%under? %lsmagic lists them all");
    assertMistake(
        () -> magics.run("zebra", "", null), "%zebra is not a magic. %lsmagic lists them all");
  }

  @Test
  void theWrongNumberOfPercentSignsIsExplained(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertMistake(
        () -> magics.run("under", "x", null),
        "%under works on the cell below it: put %%under on a cell's first line");
    magics.register(
        new Magic() {
          @Override
          public MagicSpec spec() {
            return MagicsTest.spec("lineonly", Form.LINE);
          }

          @Override
          public Object run(MagicCall call) {
            return "";
          }
        });
    assertMistake(
        () -> magics.run("lineonly", "", "x"),
        "%%lineonly takes no cell: write %lineonly on a line of its own");
  }

  @Test
  void aQuestionMarkShowsTheHelpInsteadOfRunning(@TempDir Path folder) throws Exception {
    var magics = twoMagics(folder);
    assertNull(magics.run("echo?", "", null));
    assertNull(magics.run("echo", "?", null));
    assertEquals(2, shown.size());
    assertEquals(
        """
        # %echo, %%echo

        Says it back.

        ```
        %echo words
        ```

        | option | |
        | --- | --- |
        | `--loud` | In capitals \\| shouted. |

        It is an *echo*.
        """,
        shown.get(0).getData(MIMEType.TEXT_MARKDOWN));
    assertEquals(
        """
        %echo, %%echo: Says it back.

          %echo words

          --loud                   In capitals | shouted.

        It is an *echo*.
        """,
        shown.get(1).getData(MIMEType.TEXT_PLAIN));
    assertTrue(magics.find("echo?").isPresent());
  }

  @Test
  void aMagicThatCannotBeLoadedIsNamedAndLeavesTheOthers(@TempDir Path folder) throws Exception {
    var magics = magics(folder, "org.example.Missing", Echo.class.getName());
    assertEquals("echo|x|null", magics.run("echo", "x", null));
    var mistake = assertThrows(MagicException.class, () -> magics.run("missing", "", null));
    assertTrue(
        mistake.getMessage().contains("Could not be loaded: ")
            && mistake.getMessage().contains("org.example.Missing"),
        mistake.getMessage());
  }

  private static void assertMistake(
      org.junit.jupiter.api.function.Executable reading, String message) {
    assertEquals(message, assertThrows(MagicException.class, reading).getMessage());
  }
}
