package org.jacobean.autodiff.trace.tape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Remarks of a running trace, one a place. */
final class Warnings {
  private static final Set<String> SAID = new LinkedHashSet<>();
  private static final int MOST = 100;

  private Warnings() {}

  static void clear() {
    SAID.clear();
  }

  static List<String> all() {
    return new ArrayList<>(SAID);
  }

  static void equalityHolds() {
    if (SAID.size() < MOST) {
      SAID.add(
          "an equality test on an active value holds at "
              + place()
              + ": the derivative is that of the branch taken, which may hold at this point only");
    }
  }

  private static String place() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(f -> !f.getClassName().startsWith("org.jacobean.autodiff.trace.tape."))
                    .findFirst()
                    .map(
                        f ->
                            f.getMethodName()
                                + " ("
                                + f.getFileName()
                                + ":"
                                + f.getLineNumber()
                                + ")")
                    .orElse("an unknown place"));
  }
}
