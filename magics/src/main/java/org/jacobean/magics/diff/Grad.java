package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Partials;
import org.jacobean.autodiff.Valued;
import org.jacobean.autodiff.symbolic.Formula;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %grad}: the gradient of a function at a point. */
public final class Grad implements Magic {

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "grad",
        Set.of(MagicSpec.Form.LINE),
        "Shows the gradient of a function at a point: each partial derivative as a formula and a number.",
        List.of(
            "%grad f(1, 2)",
            "%grad x*x*y + 3*y at x=1, y=2",
            "%grad loss(w, b, X, y) wrt w, b",
            "var g = %grad f(1, 2);"),
        List.of(Asking.AT, Asking.WRT),
        """
        The function is a method or a lambda variable of this session, or an expression. Its \
        arguments are Java expressions. Arrays and records of more than ten numbers are summarised \
        and unfold on a click.

        As a value it is a `GradientResult`: `value()`, `partial("x")`, `vector()`, `norm()`, \
        `steepestDescent()`, and `toTable()` for a Tablesaw table.

        ```java
        double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }
        %grad f(1, 2)          // 6x + 2y = 10, 2x + 2y = 6
        ```
        """,
        GradientResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(given, subject, () -> gradient(given, subject));
  }

  private static GradientResult gradient(Arguments given, Subject subject) throws MagicException {
    int[] by = Chosen.positions(given, subject);
    Valued valued = Diff.grad(subject.target()).wrt(by).valueAt(subject.arguments());
    Partials partials = valued.partials();
    List<GradientResult.Block> blocks = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (int k = 0; k < by.length; k++) {
      GradientResult.Block block = block(subject.parameters().get(by[k]), partials.of(k));
      blocks.add(block);
      remarks.addAll(new Kinks(subject, valued.value()).remarks(block));
    }
    remarks.addAll(Trouble.notFinite(valued.value(), blocks));
    return withFormulas(subject, valued, blocks, remarks);
  }

  private static GradientResult withFormulas(
      Subject subject, Valued valued, List<GradientResult.Block> blocks, List<String> remarks) {
    List<String> names =
        blocks.stream().flatMap(b -> b.entries().stream()).map(Entry::name).toList();
    Optional<Formula> formula = Formulas.of(subject);
    boolean told = remarks.stream().anyMatch(remark -> remark.startsWith(Kinks.SAID));
    formula.ifPresent(
        f ->
            Formulas.remarks(f).stream()
                .filter(remark -> !told || !remark.contains("not differentiable"))
                .forEach(remarks::add));
    return new GradientResult(
        subject,
        valued.value(),
        valued.partials(),
        blocks,
        formula.map(f -> Formulas.partials(f, names)).orElse(Map.of()),
        formula.map(Formula::validity).orElse(""),
        remarks);
  }

  private static GradientResult.Block block(Subject.Parameter parameter, Object partial) {
    Object at = parameter.value() == null ? 0.0 : parameter.value();
    return new GradientResult.Block(
        parameter.name(), at, partial, Entry.of(parameter.name(), at, partial));
  }
}
