package org.jacobean.kernel;

import sun.misc.Signal;

/** Signals of the operating system. */
final class Signals {
  private Signals() {}

  /** Has SIGINT stop the running cell; without a handler it would end the process. */
  static void onInterrupt(Runnable action) {
    try {
      Signal.handle(new Signal("INT"), signal -> action.run());
    } catch (IllegalArgumentException e) {
      org.jacobean.kernel.wire.Log.warn("SIGINT is not to be had: " + e.getMessage());
    }
  }
}
