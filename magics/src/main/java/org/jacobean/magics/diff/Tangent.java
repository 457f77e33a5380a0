package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Valued;
import org.jacobean.display.Numbers;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %tangent}: a curve and the line that touches it. */
public final class Tangent implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "tangent",
        Set.of(MagicSpec.Form.LINE),
        "Draws a function of one variable with its tangent at a point.",
        List.of("%tangent f(2.2)", "%tangent f(2.2) x=-3..3", "%tangent x*x at x=1"),
        List.of(Asking.AT),
        "The tangent's slope is the derivative. Without a range, one and a half units to either side are drawn.",
        Plot.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments whole = Arguments.anywhere(spec(), call);
    Span.Line line = Span.read(call.notebook(), whole);
    String rest =
        call.line().replaceAll("(^|\\s)[A-Za-z_]\\w*\\s*=\\s*\\S+?\\.\\.\\S+", " ").strip();
    MagicCall plain = new MagicCall(call.name(), rest, call.body(), call.notebook());
    Arguments given = Arguments.anywhere(spec(), plain);
    Subject subject = Asking.atPoint(plain, given);
    if (subject.parameters().size() != 1 || !subject.parameters().get(0).real()) {
      throw given.mistake(
          subject.title() + " has more than one variable; %slice draws it along one of them");
    }
    return Trouble.told(given, subject, () -> draw(given, subject, line.spans()));
  }

  private static Plot draw(Arguments given, Subject subject, List<Span> spans)
      throws MagicException {
    Subject.Parameter parameter = subject.parameters().get(0);
    if (!(parameter.value() instanceof Number n)) {
      throw given.mistake(parameter.name() + " has no value");
    }
    double a = n.doubleValue();
    Span span = spans.isEmpty() ? new Span(parameter.name(), a - 1.5, a + 1.5) : spans.get(0);
    Region region = new Region(subject, List.of(span));
    Valued valued = Diff.grad(subject.target()).valueAt(a);
    double slope = ((Number) valued.partials().of(0)).doubleValue();
    double f = valued.value();
    String words =
        "the tangent at %s = %s touches at height %s with slope %s"
            .formatted(
                span.name(), Numbers.format(a), Numbers.format(f, 5), Numbers.format(slope, 5));
    return Plots.empty()
        .line(region::value, span.from(), span.to(), region.title())
        .line(x -> f + slope * (x - a), span.from(), span.to(), "slope " + Numbers.format(slope, 5))
        .mark(a, f, "(" + Numbers.format(a, 4) + ", " + Numbers.format(f, 4) + ")")
        .xLabel(span.name())
        .yLabel("")
        .describe(words);
  }
}
