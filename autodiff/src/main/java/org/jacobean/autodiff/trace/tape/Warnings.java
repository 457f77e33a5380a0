package org.jacobean.autodiff.trace.tape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remarks of a running trace, one a place. */
final class Warnings {
  private static final Set<String> SAID = new LinkedHashSet<>();
  private static final int MOST = 100;
  private static final String TRACE = "org.jacobean.autodiff.trace.";

  private Warnings() {}

  static void clear() {
    SAID.clear();
  }

  static List<String> all() {
    return new ArrayList<>(SAID);
  }

  static void equalityHolds() {
    if (SAID.size() >= MOST) return;
    String place = place();
    if (place != null) {
      SAID.add(
          "an equality test on an active value holds at "
              + place
              + ": the derivative is that of the branch taken, which may hold at this point only");
    }
  }

  /** Null for the edges of the rules, which are the engine's own. */
  private static @Nullable String place() {
    StackWalker.StackFrame at =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(f -> !f.getClassName().startsWith(TRACE + "tape."))
                        .findFirst()
                        .orElseThrow());
    return at.getClassName().startsWith(TRACE + "library.")
        ? null
        : at.getMethodName() + " (" + at.getFileName() + ":" + at.getLineNumber() + ")";
  }
}
