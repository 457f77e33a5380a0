package org.jacobean.kernel.session.run;

/** A cell could not be stopped and was left behind; the trace is where its thread was. */
public final class Abandoned extends Exception {
  private static final long serialVersionUID = 1L;

  Abandoned(StackTraceElement[] where) {
    super("abandoned");
    setStackTrace(where);
  }
}
