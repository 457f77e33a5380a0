package org.jacobean.autodiff.trace;

import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.error.SourceName;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.contract.Refusal;
import org.jspecify.annotations.Nullable;

/** Errors of a traced run in the user's terms. */
final class Failures {
  private static final String RUNTIME = "org.jacobean.autodiff.trace.";

  private Failures() {}

  static DiffException of(Throwable thrown, @Nullable Refusal refusal, Signature signature) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof DiffException d) {
        return d;
      }
      if (e instanceof Refusal r) {
        return at(r, signature);
      }
    }
    if (refusal != null) {
      return at(refusal, signature);
    }
    NotDifferentiable n =
        at(
            new Refusal(
                "an exception of the traced run alone (" + thrown + ")",
                "the plain run went well, the traced one did not, so they cannot be the same"
                    + " computation",
                "take out of the function what depends on outside state, or report this"),
            thrown.getStackTrace(),
            signature);
    n.initCause(thrown);
    return n;
  }

  private static NotDifferentiable at(Refusal r, Signature signature) {
    NotDifferentiable n = at(r, r.getStackTrace(), signature);
    n.initCause(r);
    return n;
  }

  /** The innermost frame of code that is neither ours nor the JDK's. */
  private static NotDifferentiable at(Refusal r, StackTraceElement[] trace, Signature signature) {
    for (StackTraceElement e : trace) {
      String c = e.getClassName();
      boolean jdk = c.startsWith("java.") || c.startsWith("jdk.") || c.startsWith("sun.");
      boolean bridge = e.getMethodName().startsWith("checked$");
      if (!jdk && !bridge && !isRuntime(c)) {
        String method = SourceName.method(c, e.getMethodName());
        return new NotDifferentiable(
            r.what(), method, Math.max(0, e.getLineNumber()), r.why(), r.remedy());
      }
    }
    return new NotDifferentiable(r.what(), signature.target().source(), 0, r.why(), r.remedy());
  }

  private static boolean isRuntime(String c) {
    return c.startsWith(RUNTIME + "tape.")
        || c.startsWith(RUNTIME + "library.")
        || c.startsWith(RUNTIME + "contract.");
  }
}
