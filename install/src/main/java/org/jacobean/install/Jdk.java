package org.jacobean.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK on this machine.
 *
 * @param home its folder
 * @param version the feature version, such as 17
 */
record Jdk(Path home, int version) {
  static final int OLDEST = 17;

  private static final Pattern VERSION =
      Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d+)[^\"]*\"");

  /** The JDK that runs this program. */
  static Jdk running() throws InstallException {
    return at(Path.of(System.getProperty("java.home")));
  }

  /** The JDK at a folder, or at the {@code java} command inside one. */
  static Jdk at(Path place) throws InstallException {
    Path home = home(place.toAbsolutePath().normalize());
    int version = version(home);
    if (version < OLDEST) {
      throw new InstallException.BadJdk(home, "is Java " + version);
    }
    if (!hasCompiler(home)) {
      throw new InstallException.BadJdk(home, "is a runtime without compiler and JShell");
    }
    return new Jdk(home, version);
  }

  Path java() {
    return home.resolve("bin").resolve(Platform.current().executable("java"));
  }

  private static Path home(Path place) throws InstallException {
    String name = place.getFileName() == null ? "" : place.getFileName().toString();
    Path home = place;
    if (name.toLowerCase(Locale.ROOT).matches("java(\\.exe)?") && Files.isRegularFile(place)) {
      home = real(place).resolveSibling("..").normalize();
    } else if (Files.isDirectory(place.resolve("Contents/Home"))) {
      home = place.resolve("Contents/Home");
    }
    if (!Files.isRegularFile(home.resolve("release"))) {
      throw new InstallException.BadJdk(
          home, "is not the folder of a JDK (it has no file release)");
    }
    return home;
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException unreadable) {
      return place;
    }
  }

  private static int version(Path home) throws InstallException {
    return release(home)
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(match -> Integer.parseInt(match.group(1)))
        .orElseThrow(() -> new InstallException.BadJdk(home, "does not tell its version"));
  }

  private static boolean hasCompiler(Path home) {
    return release(home)
        .filter(text -> text.contains("MODULES="))
        .map(text -> text.contains("jdk.jshell") && text.contains("jdk.compiler"))
        .orElseGet(() -> Files.exists(home.resolve("jmods/jdk.jshell.jmod")));
  }

  private static Optional<String> release(Path home) {
    try {
      return Optional.of(Files.readString(home.resolve("release")));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
