package org.jacobean.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Windows 11, WINDOWS",
    "Mac OS X, MACOS",
    "Darwin, MACOS",
    "Linux, LINUX",
    "FreeBSD, LINUX"
  })
  void systemsAreKnownByTheirNames(String name, Platform platform) {
    assertEquals(platform, Platform.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "ID=ubuntu, sudo apt-get install openjdk-17-jdk",
    "VERSION_CODENAME=trixie ID=debian, sudo apt-get install openjdk-21-jdk",
    "ID=fedora, sudo dnf install java-21-openjdk-devel",
    "ID=rocky ID_LIKE=rhel centos, sudo dnf install java-21-openjdk-devel",
    "ID=opensuse-leap ID_LIKE=suse opensuse, sudo zypper install java-21-openjdk-devel",
    "ID=arch, sudo pacman -S jdk-openjdk"
  })
  void eachDistributionHasItsLine(String release, String line) {
    assertEquals(line, Platform.linuxLine(release));
  }

  @Test
  void theOthersHaveTheirsToo() {
    assertTrue(Platform.WINDOWS.jdkInstallLine().startsWith("winget install "));
    assertTrue(Platform.MACOS.jdkInstallLine().startsWith("brew install "));
  }

  @Test
  void programsAreCalledAsTheSystemWants() {
    assertEquals("java.exe", Platform.WINDOWS.executable("java"));
    assertEquals("java", Platform.LINUX.executable("java"));
  }
}
