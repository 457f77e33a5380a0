package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %jacobian}: all first derivatives of a function with several results. */
public final class JacobianMagic implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "jacobian",
        Set.of(MagicSpec.Form.LINE),
        "Shows the first derivatives of a function that returns several numbers, its shape and rank.",
        List.of(
            "%jacobian F(1, 2)",
            "%jacobian {x*y, x + y} at x=1, y=2", "var j = %jacobian F(1, 2);"),
        List.of(Asking.AT, Asking.WRT),
        """
        The function returns `double[]`; expressions with several results stand in braces. Row i holds the derivatives of result i, column j those \
        by variable j. As a value it is a `JacobianResult`: `matrix()`, `rank()`, \
        `singularValues()`, `toTable()`.
        """,
        JacobianResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(
        given,
        subject,
        () -> {
          Flat at = Flat.of(call.notebook(), given, subject);
          return new JacobianResult(at, Diff.jacobian(at.target()).at(at.point()));
        });
  }
}
