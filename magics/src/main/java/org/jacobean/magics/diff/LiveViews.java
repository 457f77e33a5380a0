package org.jacobean.magics.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.Valued;
import org.jacobean.autodiff.symbolic.Formula;
import org.jacobean.display.live.Axis;
import org.jacobean.display.live.DescentStepper;
import org.jacobean.display.live.DirectionalDial;
import org.jacobean.display.live.LiveView;
import org.jacobean.display.live.Slopes;
import org.jacobean.display.live.SurfaceExplorer;
import org.jacobean.kernel.extend.MagicCall;
import org.jspecify.annotations.Nullable;

/** The live form of what magics show. */
final class LiveViews {
  private LiveViews() {}

  /** Shows the form that needs no kernel in an output of its own, then gives the live one. */
  static <V extends LiveView> V shown(MagicCall call, V view) {
    call.notebook().display(view.standalone().toDisplayData());
    return view;
  }

  /** The same for magics whose value is something else: live they have none. */
  static @Nullable Object alone(MagicCall call, LiveView view) {
    call.notebook().display(shown(call, view));
    return null;
  }

  static SurfaceExplorer surface(Region region) {
    Span x = region.spans().get(0), y = region.spans().get(1);
    return new SurfaceExplorer(
        title(region.subject()),
        axis(x),
        axis(y),
        region.spans().subList(2, region.spans().size()).stream().map(LiveViews::axis).toList(),
        formulas(region.subject(), List.of(x.name(), y.name())),
        new double[0],
        slopes(region.subject()));
  }

  /** Descent on the axis or axes that are given, or around the way it takes. */
  static DescentStepper descent(
      Subject subject, List<Axis> axes, double[] start, double rate, String with) {
    String title = title(subject);
    Slopes slopes = slopes(subject);
    return axes.size() == 1
        ? new DescentStepper(title, axes.get(0), start[0], rate, with, slopes)
        : new DescentStepper(title, axes.get(0), axes.get(1), start, rate, with, slopes);
  }

  static DirectionalDial dial(Subject subject, List<Axis> axes, double[] point, double angle) {
    return new DirectionalDial(
        title(subject), axes.get(0), axes.get(1), point, angle, slopes(subject));
  }

  static Axis axis(Span span) {
    return new Axis(span.name(), span.from(), span.to());
  }

  /** The signature, with the formula where there is one. */
  static String title(Subject subject) {
    return general(subject)
        .map(formula -> subject.signature() + " = " + formula.value().unicode())
        .filter(text -> text.length() < 80)
        .orElse(subject.signature());
  }

  /** The formula, if it holds everywhere and not only on the branches of one point. */
  private static Optional<Formula> general(Subject subject) {
    if (Descend.isVector(subject)) {
      return Optional.empty();
    }
    return Formulas.of(subject).filter(formula -> formula.conditions().isEmpty());
  }

  private static Map<String, String> formulas(Subject subject, List<String> names) {
    Map<String, String> shown = new LinkedHashMap<>();
    Map<String, Formulas.Shown> partials =
        general(subject).map(formula -> Formulas.partials(formula, names)).orElse(Map.of());
    String[] keys = {"fx", "fy"};
    for (int i = 0; i < names.size(); i++) {
      Formulas.Shown partial = partials.get(names.get(i));
      if (partial != null && partial.unicode().length() < 40) {
        shown.put(keys[i], partial.unicode());
      }
    }
    return shown;
  }

  static Slopes slopes(Subject subject) {
    Gradient gradient = Diff.grad(subject.target());
    if (Descend.isVector(subject)) {
      return (point, into) -> {
        Valued valued = gradient.valueAt((Object) point.clone());
        System.arraycopy((double[]) valued.partials().of(0), 0, into, 0, into.length);
        return valued.value();
      };
    }
    return (point, into) -> {
      Object[] arguments = new Object[point.length];
      for (int i = 0; i < point.length; i++) {
        arguments[i] = point[i];
      }
      Valued valued = gradient.valueAt(arguments);
      for (int i = 0; i < into.length; i++) {
        into[i] = ((Number) valued.partials().of(i)).doubleValue();
      }
      return valued.value();
    };
  }
}
