package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %gradcheck}: the automatic gradient against difference quotients. */
public final class GradCheck implements Magic {
  /** Each takes two evaluations; of more numbers a sample is checked. */
  private static final int MOST = 200;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "gradcheck",
        Set.of(MagicSpec.Form.LINE),
        "Checks the automatic gradient against central differences and complex steps.",
        List.of("%gradcheck f(1, 2)", "%gradcheck loss(w, b, X, y) wrt w"),
        List.of(Asking.AT, Asking.WRT),
        """
        Central differences err by about 1e-11 of the value's size, so agreement to six digits is \
        what can be asked of them. The complex step Im f(x + ih)/h, where the function can be \
        carried out in complex numbers, errs by rounding alone: there agreement to eleven digits \
        is asked for. `differs` most often means a corner or a jump near the point.
        """,
        CheckResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(given, subject, () -> check(call, given, subject));
  }

  private static CheckResult check(MagicCall call, Arguments given, Subject subject)
      throws Exception {
    Flat at = Flat.of(call.notebook(), given, subject);
    int[] positions = at.chosen();
    double[] automatic =
        flat(
            subject, positions, Diff.grad(subject.target()).wrt(positions).at(subject.arguments()));
    Differences differences = new Differences(at);
    double scale =
        1e-9 * Arrays.stream(automatic).map(Math::abs).filter(Double::isFinite).max().orElse(1);
    int step = Math.max(1, automatic.length / MOST);
    ComplexSteps steps = ComplexSteps.of(subject);
    List<CheckResult.Row> rows = new ArrayList<>();
    for (int i = 0; i < automatic.length; i += step) {
      String name = at.names().get(i);
      rows.add(
          new CheckResult.Row(name, automatic[i], differences.central(i), steps.by(name), scale));
    }
    return new CheckResult(Naming.point(subject), rows, automatic.length, steps.reason());
  }

  static double[] flat(Subject subject, int[] positions, org.jacobean.autodiff.Partials partials) {
    List<Entry> entries = new ArrayList<>();
    for (int k = 0; k < positions.length; k++) {
      Subject.Parameter p = subject.parameters().get(positions[k]);
      entries.addAll(Entry.of(p.name(), p.value(), partials.of(k)));
    }
    return entries.stream().mapToDouble(Entry::partial).toArray();
  }
}
