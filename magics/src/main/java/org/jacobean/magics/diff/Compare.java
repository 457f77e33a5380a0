package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.DirectionalDerivative;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.symbolic.CompiledExpr;
import org.jacobean.autodiff.symbolic.Expr;
import org.jacobean.autodiff.symbolic.Formula;
import org.jacobean.autodiff.symbolic.SymbolicException;
import org.jacobean.autodiff.symbolic.Var;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %compare}: the ways of differentiating side by side. */
public final class Compare implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "compare",
        Set.of(MagicSpec.Form.LINE),
        "Compares numeric, symbolic and automatic differentiation: value, error, time and effort.",
        List.of("%compare f(1, 2)", "%compare sin(x*x) at x=1"),
        List.of(Asking.AT, Asking.WRT),
        """
        Errors are measured against the formula where there is one, else against reverse mode. \
        Times are medians of repeated runs after a first one. As a value it is a `CompareResult` \
        with `toTable()`.
        """,
        CompareResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(given, subject, () -> compared(Flat.of(call.notebook(), given, subject)));
  }

  /** One way of computing a gradient. */
  @FunctionalInterface
  private interface Work {
    double[] run();
  }

  private static CompareResult compared(Flat at) {
    Differences counted = new Differences(at);
    List<CompareResult.Row> rows = new ArrayList<>();
    rows.add(numeric("numeric, forward difference", counted, counted::forward));
    rows.add(numeric("numeric, central difference", counted, counted::central));
    Formulas.of(at.subject()).flatMap(f -> symbolic(f, at)).ifPresent(rows::add);
    DirectionalDerivative forward = Diff.directional(at.target());
    rows.add(
        timed("automatic, forward mode", () -> alongAxes(forward, at.point()), "", passes(at)));
    Gradient reverse = Diff.grad(at.subject().target()).wrt(at.chosen());
    rows.add(
        timed(
            "automatic, reverse mode",
            () -> GradCheck.flat(at.subject(), at.chosen(), reverse.at(at.subject().arguments())),
            "",
            "1 sweep"));
    return new CompareResult(Naming.point(at.subject()), at.names(), rows);
  }

  private static double[] alongAxes(DirectionalDerivative forward, double[] point) {
    double[] slopes = new double[point.length];
    double[] axis = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      axis[i] = 1;
      slopes[i] = forward.at(point, axis);
      axis[i] = 0;
    }
    return slopes;
  }

  private static String passes(Flat at) {
    return Missing.counted(at.point().length, "tangent");
  }

  private static CompareResult.Row numeric(String name, Differences counted, Work slopes) {
    int before = counted.evaluations();
    slopes.run();
    return timed(name, slopes, "", counted.evaluations() - before + " evaluations");
  }

  private static Optional<CompareResult.Row> symbolic(Formula formula, Flat at) {
    try {
      List<Expr> partials =
          at.names().stream().map(n -> formula.value().derivative(new Var(n))).toList();
      CompiledExpr compiled = CompiledExpr.of(partials, formula.variables());
      double[] point = formula.point().values().stream().mapToDouble(d -> d).toArray();
      long size = partials.stream().mapToLong(Expr::size).sum();
      return Optional.of(
          timed("symbolic", () -> compiled.allAt(point), size + " symbols", "1 evaluation"));
    } catch (SymbolicException none) {
      return Optional.empty();
    }
  }

  private static CompareResult.Row timed(String name, Work work, String size, String effort) {
    double[] value = work.run();
    return new CompareResult.Row(name, value, Clock.micros(work::run), effort, size);
  }
}
