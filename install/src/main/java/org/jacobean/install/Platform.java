package org.jacobean.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The three families of systems, where they differ. */
enum Platform {
  LINUX,
  MACOS,
  WINDOWS;

  static Platform current() {
    return of(System.getProperty("os.name", ""));
  }

  static Platform of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") || name.contains("darwin") ? MACOS : LINUX;
  }

  String executable(String name) {
    return this == WINDOWS ? name + ".exe" : name;
  }

  /** The one line to type for a JDK. */
  String jdkInstallLine() {
    return switch (this) {
      case MACOS -> "brew install openjdk@21";
      case WINDOWS -> "winget install EclipseAdoptium.Temurin.21.JDK";
      case LINUX -> linuxLine(release());
    };
  }

  static String linuxLine(String osRelease) {
    if (osRelease.matches("(?s).*\\b(fedora|rhel|centos)\\b.*")) {
      return "sudo dnf install java-21-openjdk-devel";
    }
    if (osRelease.matches("(?s).*\\b(suse|opensuse)\\b.*")) {
      return "sudo zypper install java-21-openjdk-devel";
    }
    if (osRelease.matches("(?s).*\\barch\\b.*")) {
      return "sudo pacman -S jdk-openjdk";
    }
    boolean without17 = osRelease.contains("trixie") || osRelease.contains("forky");
    return "sudo apt-get install " + (without17 ? "openjdk-21-jdk" : "openjdk-17-jdk");
  }

  private static String release() {
    try {
      return Files.readString(Path.of("/etc/os-release"));
    } catch (IOException unknownSystem) {
      return "";
    }
  }
}
