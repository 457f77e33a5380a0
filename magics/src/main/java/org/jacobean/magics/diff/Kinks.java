package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jacobean.display.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Looks for corners and jumps at a point: where the slopes from the left and from the right differ
 * and go on differing as the step shrinks, there is no derivative, only a convention.
 */
final class Kinks {
  /** How its sentences begin. */
  static final String SAID = "Not differentiable at ";

  private static final int MOST = 12;

  private final Subject subject;
  private final double value;

  Kinks(Subject subject, double value) {
    this.subject = subject;
    this.value = value;
  }

  /** A sentence for each variable at which the function has a corner. */
  List<String> remarks(GradientResult.Block block) {
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < subject.parameters().size() && block.single(); i++) {
      Subject.Parameter parameter = subject.parameters().get(i);
      if (parameter.name().equals(block.name()) && subject.parameters().size() <= MOST) {
        remark(i, block.entries().get(0), remarks);
      }
    }
    return remarks;
  }

  private void remark(int i, Entry entry, List<String> remarks) {
    double coarse = 1e-4 * Math.max(1, Math.abs(entry.value()));
    double fine = coarse / 64;
    double left = slope(i, entry.value(), -fine);
    double right = slope(i, entry.value(), fine);
    double gap = Math.abs(right - left);
    double before = Math.abs(slope(i, entry.value(), coarse) - slope(i, entry.value(), -coarse));
    boolean stays = gap > before / 4 && gap > 1e-3 * (Math.abs(left) + Math.abs(right));
    boolean noise = gap < 1e-9 * Math.abs(value) / fine + 1e-9;
    if (stays && !noise && Double.isFinite(gap)) {
      remarks.add(sentence(entry, left, right));
    }
  }

  private String sentence(Entry entry, double left, double right) {
    return String.format(
        Locale.ROOT,
        SAID
            + "%s = %s: the slope is %s from the left and %s from the right."
            + " Shown is %s, the convention of the operation used there; any number from %s to %s"
            + " is a subgradient of a convex function.",
        entry.name(),
        Numbers.format(entry.value()),
        Numbers.format(left, 4),
        Numbers.format(right, 4),
        Numbers.format(entry.partial()),
        Numbers.format(Math.min(left, right), 4),
        Numbers.format(Math.max(left, right), 4));
  }

  private double slope(int i, double at, double h) {
    @Nullable Object[] moved = subject.arguments();
    double x = at + h;
    moved[i] = subject.parameters().get(i).type() == float.class ? (Object) (float) x : (Object) x;
    return subject.call(moved) instanceof Number n ? (n.doubleValue() - value) / h : Double.NaN;
  }
}
