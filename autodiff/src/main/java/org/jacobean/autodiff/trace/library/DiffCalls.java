package org.jacobean.autodiff.trace.library;

import java.util.Arrays;
import org.jacobean.autodiff.trace.contract.Cost;
import org.jacobean.autodiff.trace.contract.Equations;
import org.jacobean.autodiff.trace.contract.IndexedStep;
import org.jacobean.autodiff.trace.contract.Step;
import org.jacobean.autodiff.trace.tape.Checkpoint;
import org.jacobean.autodiff.trace.tape.ImplicitFunction;
import org.jacobean.autodiff.trace.tape.Tape;

/** The facade's functions that a program uses about its own derivative. */
@Replaces({})
public final class DiffCalls {
  private DiffCalls() {}

  /** Stops the gradient. */
  public static double constant(double x) {
    return Tape.plain(x);
  }

  public static double[] constant(double[] x) {
    return Arrays.stream(x).map(Tape::plain).toArray();
  }

  public static double[] implicit(Equations g, double[] start) {
    return ImplicitFunction.root(g, "Diff.implicit");
  }

  public static double[] fixedPoint(Equations f, double[] start) {
    return ImplicitFunction.fixedPoint(f, "Diff.fixedPoint");
  }

  public static double[] argmin(Cost cost, double[] start) {
    return ImplicitFunction.least(cost, "Diff.argmin");
  }

  public static double[] checkpoint(int steps, double[] state, Step step) {
    return Checkpoint.run(steps, state, (i, s) -> step.apply(s));
  }

  public static double[] checkpoint(int steps, double[] state, IndexedStep step) {
    return Checkpoint.run(steps, state, step);
  }
}
