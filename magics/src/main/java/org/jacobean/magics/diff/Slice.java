package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.display.Numbers;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %slice}: a function of several variables along one of them. */
public final class Slice implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "slice",
        Set.of(MagicSpec.Form.LINE),
        "Draws a function of several variables along one of them, the others held where they are.",
        List.of("%slice f(1, 2) x=-3..3", "%slice loss(w, b, X, y) w[0]=-1..1"),
        List.of(Asking.AT),
        "Without a range, every variable gets a curve of its own, one unit to either side.",
        Plot.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments whole = Arguments.anywhere(spec(), call);
    Slices slices = Slices.read(call, whole, spec());
    return Trouble.told(whole, slices.at().subject(), () -> draw(slices));
  }

  private static Plot draw(Slices slices) {
    Plot plot = Plots.empty();
    Flat at = slices.at();
    for (Slices.Along along : slices.along()) {
      double[] point = at.point().clone();
      int i = along.index();
      plot =
          plot.line(
              t -> {
                point[i] = t;
                return at.value(point.clone());
              },
              along.from(),
              along.to(),
              "along " + at.names().get(i));
    }
    double[] here = new double[slices.along().size()];
    double[] heights = new double[here.length];
    double height = at.value();
    for (int k = 0; k < here.length; k++) {
      here[k] = at.point()[slices.along().get(k).index()];
      heights[k] = height;
    }
    return plot.points(
            here, heights, Naming.point(at.subject()) + " = " + Numbers.format(height, 4))
        .xLabel(here.length == 1 ? at.names().get(slices.along().get(0).index()) : "variable")
        .yLabel("");
  }
}
