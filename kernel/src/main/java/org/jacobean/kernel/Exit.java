package org.jacobean.kernel;

/** The end of the process, whatever shutdown hooks and stuck threads may do. */
final class Exit {
  private static final long PATIENCE_MILLIS = 700;

  private Exit() {}

  /** Ends the process within a second even if {@link #now} is never reached or hangs. */
  static void withinASecond() {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(PATIENCE_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(0);
            },
            "jacobean-exit");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs shutdown hooks and ends the process. */
  static void now() {
    System.exit(0);
  }
}
