package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %hessian}: second derivatives and curvature at a point. */
public final class HessianMagic implements Magic {
  /** A matrix of more entries is no thing to look at. */
  private static final int MOST = 400;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "hessian",
        Set.of(MagicSpec.Form.LINE),
        "Shows the second derivatives at a point, their eigenvalues and what they say about curvature.",
        List.of("%hessian f(1, 2)", "%hessian x*x - y*y at x=0, y=0", "var h = %hessian f(1, 2);"),
        List.of(Asking.AT, Asking.WRT),
        """
        Rows and columns are the variables; each entry shows the formula where there is one, and \
        the number. As a value it is a `HessianResult`: `matrix()`, `eigenvalues()`, \
        `eigenvectors()`, `definiteness()`, `condition()`, `toTable()`.
        """,
        HessianResult.class);
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
          if (at.point().length > MOST) {
            throw given.mistake(
                "the Hessian by %d numbers has %d entries; %%hvp gives its product with a vector instead"
                    .formatted(at.point().length, (long) at.point().length * at.point().length));
          }
          double[][] matrix = Diff.hessian(at.target()).at(at.point());
          return new HessianResult(at, matrix, Formulas.second(at));
        });
  }
}
