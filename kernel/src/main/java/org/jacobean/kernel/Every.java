package org.jacobean.kernel;

/** Says when something is due again. One thread's. */
final class Every {
  private final long nanos;
  private long last = System.nanoTime();

  Every(long millis) {
    this.nanos = millis * 1_000_000;
  }

  boolean isDue() {
    long now = System.nanoTime();
    boolean due = now - last >= nanos;
    last = due ? now : last;
    return due;
  }
}
