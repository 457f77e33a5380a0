package org.jacobean.kernel.protocol;

/** The number in the brackets beside a cell. */
final class Counter {
  private int last;

  /** The number of a cell that is kept in the history. */
  synchronized int next() {
    return ++last;
  }

  /** The number of the last one kept. */
  synchronized int last() {
    return last;
  }
}
