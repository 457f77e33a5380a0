package org.jacobean.kernel;

import java.util.Optional;

/** The version of this kernel. */
final class Version {
  private Version() {}

  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.1.0");
  }
}
