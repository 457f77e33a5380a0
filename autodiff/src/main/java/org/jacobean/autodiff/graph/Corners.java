package org.jacobean.autodiff.graph;

import java.util.Set;

/** Where functions with finite one-sided derivatives have no derivative. */
final class Corners {
  private static final Set<String> STEPS = Set.of("floor", "ceil", "rint", "signum", "ulp");

  private Corners() {}

  static boolean isAtCorner(String operation, Real[] a) {
    return switch (operation) {
      case "abs" -> a[0].value() == 0;
      case "max", "min" -> a[0].value() == a[1].value();
      case "hypot" -> a[0].value() == 0 && a[1].value() == 0;
      case "clamp" -> a[0].value() == a[1].value() || a[0].value() == a[2].value();
      default -> false;
    };
  }

  /** Whether the function only takes steps, so that its derivative is 0 wherever it has one. */
  static boolean isStep(String operation) {
    return STEPS.contains(operation);
  }
}
