package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %contour}: a function of two variables from above, with its gradients. */
public final class Contour implements Magic {
  private static final MagicSpec.Option NO_ARROWS =
      new MagicSpec.Option("--no-arrows", "", "Leaves the gradients out.");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "contour",
        Set.of(MagicSpec.Form.LINE),
        "Draws a function of two variables by filled contours, with its gradients as arrows.",
        List.of("%contour f x=-3..3 y=-3..3", "%contour x*x - y*y x=-2..2 y=-2..2 --no-arrows"),
        List.of(NO_ARROWS),
        """
        Each line joins the points of one height, written on it. Arrows are gradients: they point \
        uphill at right angles to the contours, and the closer the contours, the longer they are.
        """,
        Plot.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Region region = Region.of(call, given, 2);
    return Trouble.told(given, region.subject(), () -> draw(region, !given.has(NO_ARROWS.word())));
  }

  static Plot draw(Region region, boolean arrows) {
    Span x = region.spans().get(0);
    Span y = region.spans().get(1);
    Plot plot =
        Plots.contour(region::value, x.from(), x.to(), y.from(), y.to())
            .title(region.title())
            .xLabel(x.name())
            .yLabel(y.name());
    if (!arrows) {
      return plot;
    }
    Region.Slopes slopes = region.slopes();
    return plot.arrows(slopes::at);
  }
}
