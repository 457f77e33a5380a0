package org.jacobean.kernel.session.load;

import org.jspecify.annotations.Nullable;

/** What one stop is to end: a cell's thread, and those that work for it. */
public abstract class StopTarget {
  /** For a thread whose stack is so full that no exception can be made on it. */
  final StoppedByInterrupt prepared = StoppedByInterrupt.like(null);

  final Thread victim;
  private volatile @Nullable StoppedByInterrupt first;

  protected StopTarget(Thread victim) {
    this.victim = victim;
  }

  /** Whether a thread that came to a check is to end. */
  protected abstract boolean includes(Thread thread);

  StoppedByInterrupt next() {
    StoppedByInterrupt before = first;
    return before == null ? first = StoppedByInterrupt.here() : StoppedByInterrupt.like(before);
  }

  /** Whether a check has met the code. */
  public boolean isMet() {
    return first != null || prepared.origin != null;
  }

  /** Where a check met the code first; nothing while none has. */
  public StackTraceElement[] place() {
    Throwable met = first == null ? prepared.origin : first;
    return met == null ? new StackTraceElement[0] : met.getStackTrace();
  }
}
