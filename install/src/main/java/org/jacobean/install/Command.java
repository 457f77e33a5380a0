package org.jacobean.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The installer as a command: reads its line, does it, tells an exit code. */
final class Command {
  private static final int WELL = 0;
  private static final int WRONG = 1;
  private static final int MISUSED = 2;

  private Command() {}

  static int run(List<String> line, PrintStream out, PrintStream err) {
    return run(line, JupyterFolders.here(), out, err);
  }

  static int run(List<String> line, JupyterFolders folders, PrintStream out, PrintStream err) {
    try {
      return act(Options.parse(line), folders, out);
    } catch (InstallException.BadOption e) {
      err.println(e.getMessage());
      return MISUSED;
    } catch (InstallException e) {
      err.println(e.getMessage());
      return WRONG;
    }
  }

  private static int act(Options options, JupyterFolders folders, PrintStream out)
      throws InstallException {
    Installation installation = new Installation(options, folders, out);
    switch (options.action()) {
      case INSTALL -> installation.install(ownJar());
      case MAKE_ARCHIVE -> installation.makeArchive(ownJar());
      case UNINSTALL -> installation.uninstall();
      case DOCTOR -> {
        return new Doctor(folders, out).examine(options) == 0 ? WELL : WRONG;
      }
      case HELP -> out.print(help());
    }
    return WELL;
  }

  /** The jar this class came from. */
  static Path ownJar() throws InstallException {
    try {
      Path place =
          Path.of(Command.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (place.toString().endsWith(".jar")) {
        return place;
      }
    } catch (URISyntaxException strangePlace) {
      // told below
    }
    throw new InstallException.BadTarget(
        "Only the self-contained jacobean.jar can install itself; build it with mvn package.",
        null);
  }

  private static String help() {
    try (InputStream text =
        Objects.requireNonNull(Command.class.getResourceAsStream("help.txt"), "help.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
