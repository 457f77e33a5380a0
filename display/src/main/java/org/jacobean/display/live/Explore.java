package org.jacobean.display.live;

import java.util.Map;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Real1;
import org.jacobean.autodiff.Real2;
import org.jacobean.display.RunningNotebook;

/** Live views of functions from code: {@code Explore.surface((x, y) -> x * y, -3, 3, -3, 3)}. */
public final class Explore {
  private Explore() {}

  /** A surface to click. */
  public static SurfaceExplorer surface(
      Real2 f, double xFrom, double xTo, double yFrom, double yTo) {
    String[] names = Diff.grad(f).names(2);
    return shown(
        new SurfaceExplorer(
            "f(" + names[0] + ", " + names[1] + ")",
            new Axis(names[0], xFrom, xTo),
            new Axis(names[1], yFrom, yTo),
            Map.of(),
            new double[0],
            Slopes.of(Diff.valueAndGrad(f))));
  }

  /** Descent on a curve. */
  public static DescentStepper descent(Real1 f, double from, double to, double start, double rate) {
    var slope = Diff.derivative(f);
    Slopes slopes =
        (point, gradient) -> {
          gradient[0] = slope.at(point[0]);
          return f.apply(point[0]);
        };
    return shown(
        new DescentStepper("f(x)", new Axis("x", from, to), start, rate, "descent", slopes));
  }

  /** Shows the static form first, so that a page without a kernel has it. */
  public static <V extends LiveView> V shown(V view) {
    RunningNotebook.find().ifPresent(kernel -> kernel.display(view.standalone().toDisplayData()));
    return view;
  }
}
