package org.jacobean.autodiff.analyze;

import org.jacobean.autodiff.lift.Invocation;

/** Calls of the JDK known to leave arrays alone. */
final class Reads {
  private Reads() {}

  static boolean harmless(Invocation call) {
    return Constants.stops(call)
        || call.owner().startsWith("java/lang/") && !call.is("java/lang/System", "arraycopy");
  }
}
