package org.jacobean.autodiff.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jacobean.autodiff.graph.Finding.Kind;
import org.jacobean.autodiff.rule.Rule;

/** Watches an evaluation for what makes its derivative less than it seems. */
final class Findings {
  private final Set<Finding> all = new LinkedHashSet<>();
  private boolean finiteSoFar = true;

  Set<Finding> all() {
    return all;
  }

  void afterOperation(Rule rule, Real[] arguments, double[] partials, double value, Place place) {
    if (!Double.isFinite(value)) {
      notFinite(rule, arguments, value, place);
    } else if (DoubleStream.of(partials).anyMatch(p -> !Double.isFinite(p))) {
      String at = rule.name() + " at " + shown(arguments);
      add(
          Kind.NOT_DIFFERENTIABLE,
          at + " in " + place + " has no finite derivative" + convention(rule),
          place);
    } else if (Corners.isAtCorner(rule.name(), arguments)) {
      String at = rule.name() + " at " + shown(arguments);
      add(
          Kind.NOT_DIFFERENTIABLE,
          at + " in " + place + " is not differentiable" + convention(rule),
          place);
    } else if (Corners.isStep(rule.name())) {
      rounded("`" + rule.name() + "`", place);
    }
  }

  private static String convention(Rule rule) {
    return rule.edges().isEmpty() ? "" : "; the convention used: " + rule.edges();
  }

  private static String shown(Real[] arguments) {
    return String.join(", ", Stream.of(arguments).map(a -> Double.toString(a.value())).toList());
  }

  private void notFinite(Rule rule, Real[] arguments, double value, Place place) {
    boolean fromFinite = Stream.of(arguments).allMatch(a -> Double.isFinite(a.value()));
    if (fromFinite && finiteSoFar) {
      finiteSoFar = false;
      String what = Double.isNaN(value) ? "NaN" : "infinity";
      add(
          Kind.NOT_FINITE,
          what + " arises first in " + place + ": " + rule.name() + " of " + shown(arguments),
          place);
    }
  }

  void rounded(String how, Place place) {
    add(
        Kind.ROUNDED,
        how
            + " in "
            + place
            + " gives whole numbers: its derivative is 0, so nothing flows back through it",
        place);
  }

  void afterDecision(Decision d) {
    String test = d.left().value() + " " + d.relation() + " " + d.right().value();
    if (d.isEquality()) {
      add(
          Kind.EQUALITY_DECIDES,
          "an equality test on a value that depends on the input decides a branch in "
              + d.place()
              + " ("
              + test
              + "): the derivative follows the branch taken, which need not be the derivative of"
              + " the function where the branches meet",
          d.place());
    } else if (d.isAtBorder()) {
      add(
          Kind.BORDER,
          "the branch in "
              + d.place()
              + " is taken exactly at its border ("
              + test
              + "): the derivative follows this branch",
          d.place());
    }
  }

  private void add(Kind kind, String message, Place place) {
    all.add(new Finding(kind, message, place));
  }
}
