package org.jacobean.kernel.session.run;

/** A cell could not be stopped and was left behind; the trace is where its thread was. */
public final class Abandoned extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient StopReason reason;

  Abandoned(StopReason reason, StackTraceElement[] where) {
    super("abandoned");
    this.reason = reason;
    setStackTrace(where);
  }

  public StopReason reason() {
    return reason;
  }
}
