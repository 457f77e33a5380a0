package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %plot}: functions of one variable as curves. */
public final class PlotMagic implements Magic {
  private static final MagicSpec.Option SLOPE =
      new MagicSpec.Option("--derivative", "", "Draws the derivative of each curve beside it.");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "plot",
        Set.of(MagicSpec.Form.LINE),
        "Draws functions of one variable over a range.",
        List.of(
            "%plot f x=-3..3", "%plot sin(x), x - x*x*x/6 x=-4..4", "%plot f x=0..2 --derivative"),
        List.of(SLOPE),
        "Several functions are separated by commas. The plot can be drawn on: "
            + "`var p = %plot f x=-3..3;` and then `p.points(xs, ys).title(\"…\")`. "
            + "As every picture it gives PNG when asked: `p.image()` in a cell, or "
            + "`p.save(\"plot.png\")`.",
        Plot.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    given.requiredText("a function or an expression");
    Span.Line line = Span.read(call.notebook(), given);
    List<Region> regions = new ArrayList<>();
    for (String text : Nesting.split(line.text())) {
      regions.add(Region.of(call, given, text, line.spans(), 1));
    }
    if (regions.isEmpty()) {
      throw given.mistake("a function is missing before the range");
    }
    return Trouble.told(
        given, regions.get(0).subject(), () -> draw(regions, given.has(SLOPE.word())));
  }

  private static Plot draw(List<Region> regions, boolean slopes) {
    Span x = regions.get(0).spans().get(0);
    boolean single = regions.size() == 1 && !slopes;
    Plot plot = Plots.empty().xLabel(x.name());
    for (Region region : regions) {
      String name = single ? "" : region.title();
      plot = plot.line(t -> region.value(t), x.from(), x.to(), name);
      if (slopes) {
        Region.Slopes slope = region.slopes();
        plot =
            plot.line(
                t -> slope.at(t)[0], x.from(), x.to(), "d/d" + x.name() + " " + region.title());
      }
    }
    return single ? plot.title(regions.get(0).title()).yLabel("") : plot.yLabel("");
  }
}
