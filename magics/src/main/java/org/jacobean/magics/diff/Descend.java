package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.Valued;
import org.jacobean.display.live.Axis;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.Nearest;
import org.jspecify.annotations.Nullable;

/** {@code %descend}: a descent step by step, its path, its losses and why it stopped. */
public final class Descend implements Magic {
  private static final MagicSpec.Option FROM =
      new MagicSpec.Option("from", "(2, 2)", "Where it starts: numbers, or a double[].");
  private static final MagicSpec.Option RATE =
      new MagicSpec.Option("rate", "0.1", "The learning rate; 0.1 otherwise.");
  private static final MagicSpec.Option STEPS =
      new MagicSpec.Option("steps", "50", "How many steps at most; 50 otherwise.");
  private static final MagicSpec.Option WITH =
      new MagicSpec.Option("with", "adam", "One of gd (plain), momentum, adagrad, rmsprop, adam.");
  private static final MagicSpec.Option LIVE =
      new MagicSpec.Option(
          "live", "", "A descent to step through; ranges such as x=-3..3 say what is in view.");
  private static final int MOST_STEPS = 1_000_000;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "descend",
        Set.of(MagicSpec.Form.LINE),
        "Follows the gradient downhill and shows the path, the loss per step and why it stopped.",
        List.of(
            "%descend f from (2, 2) rate 0.1 steps 50",
            "%descend f from (2, 2) rate 0.3 with adam",
            "%descend f x=-3..3 y=-3..3 from (2, 2) rate 0.05 live",
            "var d = %descend x*x + 3*y*y from (2, 1) rate 0.05;"),
        List.of(FROM, RATE, STEPS, WITH, LIVE),
        """
        A function of two variables is drawn with the path on its contours. As a value it is a \
        `DescentResult`: `point()`, `value()`, `losses()`, `path()`, `reason()`, `toTable()`. \
        With `live`, for one or two variables, the start is dragged, rate and rule are chosen, and \
        runs lie over one another.
        """,
        DescentResult.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    given.requiredText("a function or an expression");
    Span.Line line = Span.read(call.notebook(), given);
    Subject open = Asking.downhill(call, given, line.text());
    int steps = given.integer(STEPS.word(), 50);
    double rate = given.number(RATE.word(), 0.1);
    if (steps < 1 || steps > MOST_STEPS) {
      throw given.mistake("steps is from 1 to " + MOST_STEPS + ", and not " + steps);
    }
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw given.mistake("the rate is a number above 0, and not " + rate);
    }
    double[] from = start(call, given, open);
    String with = given.value(WITH.word()).orElse("gd");
    Step step = Step.named(with, from.length);
    if (step == null) {
      String near = Nearest.to(with, Step.NAMES).map(n -> ". Did you mean " + n + "?").orElse("");
      throw given.mistake(
          "with %s: there is no such rule, only %s%s"
              .formatted(with, String.join(", ", Step.NAMES), near));
    }
    if (!given.has(LIVE.word()) && !line.spans().isEmpty()) {
      throw given.mistake("ranges are for what is in view with live");
    }
    return Trouble.told(
        given,
        open,
        () -> {
          DescentResult done = descend(open, from, rate, steps, step, with);
          if (!given.has(LIVE.word())) {
            return done;
          }
          List<Axis> axes = View.of(given, done, line.spans());
          return LiveViews.alone(call, LiveViews.descent(open, axes, from, rate, with));
        });
  }

  private static double[] start(MagicCall call, Arguments given, Subject open)
      throws MagicException {
    boolean vector = isVector(open);
    double[] from = Along.read(call, given, FROM, vector ? -1 : open.parameters().size());
    if (!vector && open.parameters().stream().anyMatch(p -> p.type() != double.class)) {
      throw given.mistake(
          open.title()
              + " has parameters that are no numbers; hold them in an expression, such as"
              + " %descend loss(new double[] {a, b}, X, y) from (0, 0)");
    }
    return from;
  }

  static boolean isVector(Subject subject) {
    return subject.parameters().size() == 1 && subject.parameters().get(0).type() == double[].class;
  }

  private static DescentResult descend(
      Subject subject, double[] from, double rate, int steps, Step step, String with) {
    Gradient gradient = Diff.grad(subject.target());
    List<DescentResult.Place> places = new ArrayList<>();
    double[] x = from.clone();
    String reason = steps == 1 ? "its one step is taken" : "all " + steps + " steps are taken";
    for (int k = 0; k <= steps; k++) {
      Valued here = gradient.valueAt(arguments(subject, x));
      double[] slopes = slopes(subject, here);
      double norm = GradientResult.norm(slopes);
      places.add(new DescentResult.Place(k, x.clone(), here.value(), norm));
      if (!Double.isFinite(here.value()) || !Double.isFinite(norm)) {
        reason =
            "the value or the gradient is no longer finite at step "
                + k
                + ": the rate is too large";
        break;
      }
      if (norm < 1e-10) {
        reason = "the gradient is zero at step " + k + ": it has arrived";
        break;
      }
      double[] move = step.of(slopes, rate);
      for (int i = 0; i < x.length && k < steps; i++) {
        x[i] -= move[i];
      }
    }
    return new DescentResult(subject, places, with + ", rate " + rate, reason);
  }

  private static Object[] arguments(Subject subject, double[] x) {
    return isVector(subject)
        ? new Object[] {x.clone()}
        : java.util.Arrays.stream(x).boxed().toArray();
  }

  private static double[] slopes(Subject subject, Valued here) {
    if (isVector(subject)) {
      return ((double[]) here.partials().of(0)).clone();
    }
    double[] slopes = new double[subject.parameters().size()];
    java.util.Arrays.setAll(slopes, i -> ((Number) here.partials().of(i)).doubleValue());
    return slopes;
  }
}
