package org.jacobean.install;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can go wrong while installing; each message says what, where and what to do instead. */
public abstract sealed class InstallException extends Exception {
  private static final long serialVersionUID = 1L;

  private InstallException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The command line makes no sense. */
  public static final class BadOption extends InstallException {
    private static final long serialVersionUID = 1L;

    BadOption(String message) {
      super(message + "\nSee java -jar jacobean.jar --help.", null);
    }
  }

  /** The JDK to run the kernel with will not do. */
  public static final class BadJdk extends InstallException {
    private static final long serialVersionUID = 1L;

    BadJdk(Path home, String why) {
      super(
          home
              + " "
              + why
              + ": the kernel needs a JDK "
              + Jdk.OLDEST
              + " or newer.\nName one with --jdk PATH; to install one: "
              + Platform.current().jdkInstallLine(),
          null);
    }
  }

  /** The place to install to, or to remove from, will not do. */
  public static final class BadTarget extends InstallException {
    private static final long serialVersionUID = 1L;

    BadTarget(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The kernel was started and did not do what it should. */
  public static final class KernelFailed extends InstallException {
    private static final long serialVersionUID = 1L;

    KernelFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
