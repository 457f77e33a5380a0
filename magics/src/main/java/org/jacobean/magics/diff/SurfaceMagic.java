package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.display.Showable;
import org.jacobean.display.plot.Plots;
import org.jacobean.display.plot.Surface;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %surface}: a function of two variables as a landscape. */
public final class SurfaceMagic implements Magic {
  private static final MagicSpec.Option FROM =
      new MagicSpec.Option("from", "-60, 30", "Seen from: degrees around, degrees above.");

  private static final MagicSpec.Option LIVE =
      new MagicSpec.Option(
          "live",
          "",
          "A surface to turn and click: slopes, tangent plane and gradient at a point.");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "surface",
        Set.of(MagicSpec.Form.LINE),
        "Draws a function of two variables as a landscape seen from above and aside.",
        List.of(
            "%surface f x=-3..3 y=-3..3",
            "%surface f x=-3..3 y=-3..3 live", "%surface x*x - y*y x=-2..2 y=-2..2 from 30, 45"),
        List.of(FROM, LIVE),
        "Colours go from low (violet) to high (yellow). `%contour` shows the same from above. With `live` it answers to the mouse and the keyboard, and each further variable with a range gets a slider: `%surface x*x + a*y*y x=-2..2 y=-2..2 a=-1..1 live`.",
        Showable.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Span.Line line = Span.read(call.notebook(), given);
    given.requiredText("a function or an expression");
    int variables = given.has(LIVE.word()) ? Math.max(2, line.spans().size()) : 2;
    Region region = Region.of(call, given, line.text(), line.spans(), variables);
    List<String> angles = given.list(FROM.word());
    if (given.has(FROM.word()) && angles.size() != 2) {
      throw given.mistake("from takes two angles, such as from -60, 30");
    }
    return Trouble.told(
        given,
        region.subject(),
        () -> {
          Span x = region.spans().get(0);
          Span y = region.spans().get(1);
          if (given.has(LIVE.word())) {
            return LiveViews.shown(call, LiveViews.surface(region));
          }
          Surface surface =
              Plots.surface(region::value, x.from(), x.to(), y.from(), y.to())
                  .title(region.title())
                  .labels(x.name(), y.name());
          return angles.isEmpty()
              ? surface
              : surface.seenFrom(
                  Double.parseDouble(angles.get(0)), Double.parseDouble(angles.get(1)));
        });
  }
}
