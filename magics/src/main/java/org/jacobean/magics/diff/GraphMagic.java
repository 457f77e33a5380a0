package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %graph}: what a function computed, and how derivatives flow back through it. */
public final class GraphMagic implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "graph",
        Set.of(MagicSpec.Form.LINE),
        "Draws the computation graph at a point: values, local partials, and adjoints flowing back.",
        List.of("%graph f(1, 2)", "%graph x*y + sin(x) at x=1, y=2"),
        List.of(Asking.AT),
        """
        A box is an operation with its value and, below it, its adjoint: the derivative of the \
        result by this value. On an arrow stands the local partial, the derivative of the operation \
        by this argument. Graphs of more than 60 boxes are folded. `%backprop` lists the sweep step \
        by step. As a value it is a `GraphResult`: `graph()`, `gradient()`, `diagram()`.
        """,
        GraphResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(given, subject, () -> new GraphResult(subject, graph(subject)));
  }

  static ComputationGraph graph(Subject subject) {
    return ComputationGraph.of(subject.target(), subject.arguments()).withoutUnused();
  }
}
