package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %backprop}: the reverse sweep, step by step. */
public final class BackpropMagic implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "backprop",
        Set.of(MagicSpec.Form.LINE),
        "Lists the reverse sweep at a point: each adjoint times a local partial, and where it goes.",
        List.of("%backprop f(1, 2)", "%backprop x*y + sin(x) at x=1, y=2"),
        List.of(Asking.AT),
        """
        First the operations with their values as the function computes them, then the sweep from \
        the result back to the inputs. As a value it is a `BackpropResult` with `gradient()` and \
        `toTable()`; `%graph` draws the same.
        """,
        BackpropResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(
        given, subject, () -> new BackpropResult(subject, GraphMagic.graph(subject)));
  }
}
