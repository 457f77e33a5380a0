package org.jacobean.kernel;

import java.util.Optional;

/** The process that started this kernel: Jupyter says which, and the kernel must not outlive it. */
final class Parent {
  private final Optional<ProcessHandle> named;
  private final long direct = directParent();

  private Parent(Optional<ProcessHandle> named) {
    this.named = named;
  }

  /** Without {@code JPY_PARENT_PID} the kernel is meant to outlive whoever started it. */
  static Parent fromEnvironment() {
    String text = System.getenv("JPY_PARENT_PID");
    boolean windows = System.getProperty("os.name", "").startsWith("Windows"); // a handle there
    if (text == null || windows || !text.matches("[1-9][0-9]{0,9}")) {
      return new Parent(Optional.empty());
    }
    return new Parent(ProcessHandle.of(Long.parseLong(text)));
  }

  private static long directParent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  boolean isGone() {
    return named.isPresent()
        && (!named.get().isAlive() || (named.get().pid() == direct && directParent() != direct));
  }
}
