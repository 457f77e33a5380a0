package org.jacobean.kernel.wire;

/** Where messages leave. */
public interface Outlet {
  /** Sends; from any thread, never waits, keeps the order of one thread's calls. */
  void send(Outgoing message);

  /** Waits while more output is queued than memory should hold. */
  void awaitRoom() throws InterruptedException;

  /** Runs a step again, for a while, until a full heap has room for it. */
  void insist(Runnable step);

  /** Runs something, soon, after all that clients have sent by now was received. */
  void settle(Runnable then);
}
