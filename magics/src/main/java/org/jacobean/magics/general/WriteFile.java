package org.jacobean.magics.general;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %%writefile}: the cell's text as a file. */
public final class WriteFile implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "writefile",
        Set.of(Form.CELL),
        "Writes the cell to a file.",
        List.of("%%writefile data.csv", "%%writefile -a log.txt"),
        List.of(
            new Option("-a", "", "Adds to the file instead of replacing it."),
            new Option("--append", "", "The same as -a.")),
        "Relative paths start at the notebook's folder, `~` is home. Text is written as UTF-8.",
        void.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("file");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var given = Arguments.anywhere(spec(), call);
    Path file = UserPath.of(call.notebook(), given.onlyWord("file name")).path();
    boolean append = given.has("-a") || given.has("--append");
    if (Files.isDirectory(file)) {
      throw given.mistake(file + " is a folder. Name a file in it");
    }
    String done = append ? "Appended to " : Files.exists(file) ? "Overwrote " : "Wrote ";
    write(file, Objects.requireNonNull(call.body()), append);
    call.notebook().out().println(done + file);
    return null;
  }

  private static void write(Path file, String body, boolean append) throws MagicException {
    OpenOption[] how =
        append
            ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND}
            : new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING
            };
    String text = body.endsWith("\n") || body.isEmpty() ? body : body + "\n";
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), how);
    } catch (IOException e) {
      throw new MagicException(reason(file, e), e);
    }
  }

  private static String reason(Path file, IOException e) {
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      return "%%writefile: the folder "
          + folder
          + " does not exist. Make it first: java.nio.file."
          + "Files.createDirectories(java.nio.file.Path.of(\""
          + folder
          + "\"))";
    }
    return "%%writefile: "
        + file
        + " could not be written: "
        + (e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage());
  }
}
