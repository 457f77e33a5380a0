package org.jacobean.magics.general;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %load}: runs a Java file, a JShell script or the code of another notebook. */
public final class Load implements Magic {
  private static final List<String> ENDINGS =
      List.of("", ".java", ".jshell", ".jsh", ".ijava", ".ipynb");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "load",
        Set.of(Form.LINE),
        "Runs a Java file, a JShell script or the code cells of a notebook.",
        List.of("%load Tools.java", "%load set-up.jshell", "%load ../lessons/basics.ipynb"),
        List.of(),
        """
        What the file declares is then declared here. Paths start at this notebook's folder; the \
        ending may be left out. The value is that of the last code. Addresses on the web are \
        refused, since what is loaded is run: download the file, read it, then load it.\
        """,
        Object.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("run");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    var given = Arguments.anywhere(spec(), call);
    String typed = given.onlyWord("file");
    if (typed.matches("(?i)(https?|ftp)://.*")) {
      throw given.mistake(
          typed
              + " is an address on the web, and what is loaded is run unseen. Download it, read it,"
              + " then load the file");
    }
    ScriptFile file = ScriptFile.read(found(call, given, typed));
    file.notes()
        .forEach(note -> call.notebook().err().println(file.path().getFileName() + ": " + note));
    return runCells(call, file);
  }

  private static @Nullable Object runCells(MagicCall call, ScriptFile file) throws Exception {
    Object value = null;
    for (int i = 0; i < file.cells().size(); i++) {
      try {
        value = call.notebook().run(file.cells().get(i));
      } catch (Exception e) {
        String where = file.cells().size() == 1 ? "" : ", code cell " + (i + 1);
        call.notebook().err().println("%load: in " + file.path() + where + ":");
        throw e;
      }
    }
    return value;
  }

  private static Path found(MagicCall call, Arguments given, String typed) throws MagicException {
    Path named = UserPath.of(call.notebook(), typed).path();
    if (Files.isDirectory(named)) {
      throw given.mistake(named + " is a folder. Name a file in it");
    }
    Optional<Path> file =
        Stream.of(ENDINGS.toArray(String[]::new))
            .map(ending -> named.resolveSibling(named.getFileName() + ending))
            .filter(Files::isRegularFile)
            .findFirst();
    if (file.isPresent() && ENDINGS.stream().skip(1).noneMatch(file.get().toString()::endsWith)) {
      throw given.mistake(
          file.get()
              + " is no code to run: names end in "
              + String.join(", ", ENDINGS.subList(1, ENDINGS.size())));
    }
    return file.orElseThrow(
        () -> given.mistake("there is no file " + named + ", nor with an ending such as .java"));
  }
}
