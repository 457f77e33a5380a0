package org.jacobean.kernel.bridge;

import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.Session.Outcome;
import org.jspecify.annotations.Nullable;

/** Source run from within a cell; what it throws, the caller gets. */
final class SessionRun {
  private static final String LABEL = "source run by this cell";

  private final Session session;

  SessionRun(Session session) {
    this.session = session;
  }

  @Nullable Object run(String source) throws Exception {
    Outcome outcome = session.run(new Session.Cell(LABEL, source));
    if (outcome instanceof Outcome.Done done) {
      return done.value();
    }
    Outcome.Failed failed = (Outcome.Failed) outcome;
    if (failed.cause() instanceof Error error) {
      throw error;
    }
    if (failed.cause() instanceof Exception exception) {
      throw exception;
    }
    throw new MagicException(String.join("\n", failed.traceback()), failed.cause());
  }

  /** The same for callers that declare no exceptions; jjava lets them through undeclared. */
  @SuppressWarnings("NullAway") // null is a value of Java code like any other
  Object value(String source) {
    try {
      return run(source);
    } catch (Exception e) {
      throw SessionRun.<RuntimeException>undeclared(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E undeclared(Exception e) throws E {
    throw (E) e;
  }
}
