package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.display.live.BackpropStepper;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %backprop}: the reverse sweep, step by step. */
public final class BackpropMagic implements Magic {
  private static final MagicSpec.Option LIVE =
      new MagicSpec.Option("live", "", "Both sweeps to step through, forward and back.");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "backprop",
        Set.of(MagicSpec.Form.LINE),
        "Lists the reverse sweep at a point: each adjoint times a local partial, and where it goes.",
        List.of(
            "%backprop f(1, 2)", "%backprop x*y + sin(x) at x=1, y=2", "%backprop f(1, 2) live"),
        List.of(Asking.AT, LIVE),
        """
        First the operations with their values as the function computes them, then the sweep from \
        the result back to the inputs. As a value it is a `BackpropResult` with `gradient()` and \
        `toTable()`; `%graph` draws the same. With `live` values and adjoints appear one by one, \
        each with the local partial and the multiplication of its step.
        """,
        BackpropResult.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(
        given,
        subject,
        () -> {
          ComputationGraph graph = GraphMagic.graph(subject);
          if (!given.has(LIVE.word())) {
            return new BackpropResult(subject, graph);
          }
          if (graph.nodes().size() > BackpropStepper.MOST) {
            throw given.mistake(
                "live steps through graphs of up to %d operations, and %s has %d. Without live it is listed"
                    .formatted(BackpropStepper.MOST, Naming.point(subject), graph.nodes().size()));
          }
          return LiveViews.alone(
              call, new BackpropStepper(Naming.point(subject), graph, Naming.symbol(subject)));
        });
  }
}
