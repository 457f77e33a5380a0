package org.jacobean.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where Jupyter looks for kernels, by the rules of jupyter_core's {@code paths.py}.
 *
 * @param platform whose rules
 * @param environment variables by name
 * @param home the user's own folder
 */
record JupyterFolders(Platform platform, Map<String, String> environment, Path home) {

  static JupyterFolders here() {
    return new JupyterFolders(
        Platform.current(), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** The user's data folder; its {@code kernels} holds what {@code --user} installs. */
  Path user() {
    @Nullable String told = variable("JUPYTER_DATA_DIR");
    if (told != null) {
      return expand(told);
    }
    return switch (platform) {
      case MACOS -> home.resolve("Library").resolve("Jupyter");
      case WINDOWS ->
          folder("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("jupyter");
      case LINUX ->
          folder("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("jupyter");
    };
  }

  static Path under(Path prefix) {
    return prefix.resolve("share").resolve("jupyter");
  }

  /** The prefix of the Python environment in use: its variables first, else Python is asked. */
  Path activePrefix() throws InstallException {
    for (String name : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      @Nullable String prefix = variable(name);
      if (prefix != null) {
        return expand(prefix);
      }
    }
    for (String python : List.of("python3", "python")) {
      @Nullable Path prefix = prefixOf(python);
      if (prefix != null) {
        return prefix;
      }
    }
    throw new InstallException.BadTarget(
        "--sys-prefix: there is no active Python environment and no python3 on the path."
            + "\nName the environment's folder with --prefix PATH, or use --user.",
        null);
  }

  /** Every folder with kernels of this user and environment, those that win first. */
  List<Path> all() {
    List<Path> all = new ArrayList<>();
    @Nullable String more = variable("JUPYTER_PATH");
    if (more != null) {
      for (String one : more.split(java.io.File.pathSeparator)) {
        all.add(expand(one));
      }
    }
    all.add(user());
    try {
      all.add(under(activePrefix()));
    } catch (InstallException noPython) {
      // nothing installed for a Python that is not there
    }
    if (platform != Platform.WINDOWS) {
      all.add(Path.of("/usr/local/share/jupyter"));
      all.add(Path.of("/usr/share/jupyter"));
    }
    return all.stream().distinct().toList();
  }

  /** A path as typed: {@code ~} stands for home also where no shell has replaced it. */
  Path expand(String typed) {
    if (typed.equals("~")) {
      return home;
    }
    if (typed.startsWith("~/") || typed.startsWith("~\\")) {
      return home.resolve(typed.substring(2));
    }
    return Path.of(typed).toAbsolutePath().normalize();
  }

  private Path folder(String variable, Path otherwise) {
    @Nullable String told = variable(variable);
    return told == null ? otherwise : expand(told);
  }

  private @Nullable String variable(String name) {
    @Nullable String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static @Nullable Path prefixOf(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import sys; print(sys.prefix)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String prefix = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !prefix.isEmpty()
          ? Path.of(prefix)
          : null;
    } catch (IOException noSuchProgram) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
