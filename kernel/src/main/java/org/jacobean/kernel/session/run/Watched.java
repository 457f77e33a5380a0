package org.jacobean.kernel.session.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** A thread seen from outside: where it is, and how long it has had a processor. */
final class Watched {
  /** Asked for all its frames, a deep recursion halts the whole machine for seconds. */
  private static final int DEPTH = 500;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long id;
  private final boolean timed;

  Watched(Thread thread) {
    id = thread.getId();
    timed = threads.isThreadCpuTimeSupported() && threads.getThreadCpuTime(id) >= 0;
  }

  /** Milliseconds on a processor so far; where that is not told, of the clock. */
  long millis() {
    return (timed ? threads.getThreadCpuTime(id) : System.nanoTime()) / 1_000_000;
  }

  StackTraceElement[] stack() {
    ThreadInfo info = threads.getThreadInfo(id, DEPTH);
    return info == null ? new StackTraceElement[0] : info.getStackTrace();
  }
}
