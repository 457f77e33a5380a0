package org.jacobean.kernel.history;

import java.nio.file.Path;
import java.util.Map;

/** Where the history lies: the folder that the operating system has for such data. */
public final class HistoryPlace {
  private HistoryPlace() {}

  /** The file for the user whom this process belongs to. */
  public static Path here() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return of(System.getenv(), System.getProperty("os.name", ""), home);
  }

  /**
   * The file.
   *
   * @param environment where {@code JACOBEAN_HISTORY} may name another
   */
  static Path of(Map<String, String> environment, String os, Path home) {
    String named = environment.get("JACOBEAN_HISTORY");
    return named != null ? Path.of(named) : folder(environment, os, home).resolve("history.sqlite");
  }

  private static Path folder(Map<String, String> environment, String os, Path home) {
    if (os.startsWith("Windows")) {
      String data = environment.get("APPDATA");
      return (data == null ? home.resolve("AppData/Roaming") : Path.of(data)).resolve("jacobean");
    }
    if (os.startsWith("Mac")) {
      return home.resolve("Library/Application Support/jacobean");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isEmpty() ? home.resolve(".local/share") : Path.of(data))
        .resolve("jacobean");
  }
}
