package org.jacobean.display.live;

import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Real1;
import org.jacobean.autodiff.Real2;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.display.Numbers;
import org.jacobean.display.RunningNotebook;

/** Live views of functions from code: {@code Explore.surface((x, y) -> x * y, -3, 3, -3, 3)}. */
public final class Explore {
  private Explore() {}

  /** A surface to click, over the square from −3 to 3. */
  public static SurfaceExplorer surface(Real2 f) {
    return surface(f, -3, 3, -3, 3);
  }

  /** A surface to click. */
  public static SurfaceExplorer surface(
      Real2 f, double xFrom, double xTo, double yFrom, double yTo) {
    String[] names = Diff.grad(f).names(2);
    return shown(
        new SurfaceExplorer(
            title(names),
            new Axis(names[0], xFrom, xTo),
            new Axis(names[1], yFrom, yTo),
            Map.of(),
            new double[0],
            slopes(f)));
  }

  /** Descent on a curve. */
  public static DescentStepper descent(Real1 f, double from, double to, double start, double rate) {
    var slope = Diff.derivative(f);
    Slopes slopes =
        (point, gradient) -> {
          gradient[0] = slope.at(point[0]);
          return f.apply(point[0]);
        };
    return shown(new DescentStepper("f(x)", new Axis("x", from, to), start, rate, "gd", slopes));
  }

  /** Descent on a map, from a point. */
  public static DescentStepper descent(
      Real2 f, double xFrom, double xTo, double yFrom, double yTo, double[] start, double rate) {
    String[] names = Diff.grad(f).names(2);
    return shown(
        new DescentStepper(
            title(names),
            new Axis(names[0], xFrom, xTo),
            new Axis(names[1], yFrom, yTo),
            start,
            rate,
            "gd",
            slopes(f)));
  }

  /** The slope in every direction at a point. */
  public static DirectionalDial directional(Real2 f, double x, double y) {
    String[] names = Diff.grad(f).names(2);
    double[] point = {x, y};
    List<Axis> axes = Axis.around(List.of(names), point);
    return shown(new DirectionalDial(title(names), axes.get(0), axes.get(1), point, 0, slopes(f)));
  }

  /** The two sweeps of backpropagation at a point. */
  public static BackpropStepper backprop(Real2 f, double x, double y) {
    ComputationGraph graph = ComputationGraph.of(f, x, y).withoutUnused();
    return shown(
        new BackpropStepper("f(" + Numbers.format(x) + ", " + Numbers.format(y) + ")", graph, "f"));
  }

  private static String title(String[] names) {
    return "f(" + names[0] + ", " + names[1] + ")";
  }

  private static Slopes slopes(Real2 f) {
    return Slopes.of(Diff.valueAndGrad(f));
  }

  /** Shows the static form first, so that a page without a kernel has it. */
  public static <V extends LiveView> V shown(V view) {
    RunningNotebook.find().ifPresent(kernel -> kernel.display(view.standalone().toDisplayData()));
    return view;
  }
}
