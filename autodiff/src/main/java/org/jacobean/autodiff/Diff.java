package org.jacobean.autodiff;

import java.util.Set;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.trace.ModelTracing;
import org.jacobean.autodiff.trace.contract.Cost;
import org.jacobean.autodiff.trace.contract.Equations;
import org.jacobean.autodiff.trace.contract.IndexedStep;
import org.jacobean.autodiff.trace.contract.Solutions;
import org.jacobean.autodiff.trace.contract.Step;
import org.jacobean.autodiff.value.Active;

/**
 * Derivatives of ordinary Java methods.
 *
 * <pre>{@code
 * VectorGradient g = Diff.grad((x, y) -> 3 * x * x + 2 * x * y + y * y);
 * g.at(1, 2);                                   // {10.0, 6.0}
 * Diff.grad(Model::loss).wrt("w", "b").at(w, b, X, y);
 * }</pre>
 *
 * <p>Each method takes a lambda, a method reference, a {@link java.lang.reflect.Method} or a {@link
 * java.lang.invoke.MethodHandle} and returns an object that is fast to call again and again, from
 * any thread. A lambda of one untyped parameter is a function of a vector ({@code derivative} is
 * for one real variable).
 */
public final class Diff extends Checks {
  private Diff() {}

  /**
   * A method of an object (or of a class, given as {@code Class}) by its name, to hand to the other
   * methods.
   */
  public static Target function(Object receiver, String method) {
    return Functions.target(receiver, method);
  }

  /** A number the derivative treats as a constant. */
  public static double constant(double x) {
    return x;
  }

  /** An array the derivative treats as constant. */
  public static double[] constant(double[] x) {
    return x;
  }

  /**
   * The z with g(z) = 0, near a start. What g captures may be active: the derivative of z comes
   * from the implicit function theorem, at the memory of one evaluation of g.
   */
  public static double[] implicit(Equations g, double[] start) {
    return Solutions.note(Solver.root(g, start));
  }

  /**
   * The z with f(z) = z that iterating from a start leads to; differentiable as {@link #implicit}.
   */
  public static double[] fixedPoint(Equations f, double[] start) {
    return Solutions.note(Solver.fixedPoint(f, start));
  }

  /** The z near a start where a cost is least; differentiable as {@link #implicit}. */
  public static double[] argmin(Cost cost, double[] start) {
    return Solutions.note(Solver.least(cost, start));
  }

  /**
   * The gradient of a function of one object by the doubles the object holds: fields, arrays, lists
   * and maps of them, all or those under the named fields.
   *
   * <pre>{@code
   * ObjectGradient<Mlp> g = Diff.grad(mlp, m -> m.loss(x, y), "weights");
   * }</pre>
   */
  @SuppressWarnings("unchecked") // the gradient is made of the model's own classes
  public static <M> ObjectGradient<M> grad(M model, Objective1<M> f, String... fields) {
    ModelTracing.Outcome o = ModelTracing.gradient(signature(f), model, Set.of(fields));
    return new ObjectGradient<>(o.value(), (M) o.gradient(), o.byPath());
  }

  /** A value the derivative treats as constant. */
  public static <V extends Active<V>> V constant(V x) {
    return x.detach();
  }

  /** Says how a function of one number is differentiated: {@code rule(x -> f(x), x -> …)}. */
  public static void rule(Real1 f, Real1 derivative) {
    new HandWritten(f).partials(derivative);
  }

  /** Says how a function of two numbers is differentiated. */
  public static void rule(Real2 f, Real2 byFirst, Real2 bySecond) {
    new HandWritten(f).partials(byFirst, bySecond);
  }

  /** Says how a function of three numbers is differentiated. */
  public static void rule(Real3 f, Real3 byFirst, Real3 bySecond, Real3 byThird) {
    new HandWritten(f).partials(byFirst, bySecond, byThird);
  }

  /** Begins a rule for a static method of numbers and arrays. */
  public static HandWritten rule(java.lang.reflect.Method f) {
    return new HandWritten(f);
  }

  /** Begins a rule for a static method of numbers and arrays. */
  public static HandWritten rule(Target f) {
    return new HandWritten(f);
  }

  /**
   * The state after so many steps of a loop whose derivative keeps few of them: memory grows with
   * the cube root of the number of steps, and each step is run up to three times again.
   *
   * <pre>{@code
   * double[] end = checkpoint(1_000_000, new double[] {x}, s -> new double[] {r * s[0] * (1 - s[0])});
   * }</pre>
   */
  public static double[] checkpoint(int steps, double[] state, Step step) {
    return checkpoint(steps, state, (i, s) -> step.apply(s));
  }

  /** The same for steps that know their number, counted from 0. */
  public static double[] checkpoint(int steps, double[] state, IndexedStep step) {
    double[] s = state.clone();
    for (int i = 0; i < steps; i++) s = step.apply(i, s);
    return s;
  }
}
