package org.jacobean.autodiff;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.Set;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.ModelTracing;
import org.jacobean.autodiff.trace.contract.Cost;
import org.jacobean.autodiff.trace.contract.Equations;
import org.jacobean.autodiff.trace.contract.Solutions;
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
 * <p>Each method takes a lambda, a method reference, a {@link Method} or a {@link MethodHandle} and
 * returns an object that is fast to call again and again, from any thread. A lambda of one untyped
 * parameter is a function of a vector ({@code derivative} is for one real variable).
 */
public final class Diff {
  private Diff() {}

  private static Signature signature(Object function) {
    return Signature.of(Functions.target(function));
  }

  /**
   * A method of an object (or of a class, given as {@code Class}) by its name, to hand to the other
   * methods.
   */
  public static Target function(Object receiver, String method) {
    return Functions.target(receiver, method);
  }

  /** The derivative of a function of one real variable. */
  public static Derivative derivative(Real1 f) {
    return new Derivative(signature(f));
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

  private static Gradient gradient(Object f) {
    Signature s = signature(f);
    return new Gradient(s, Arguments.all(s));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(Real2 f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(Real3 f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(Real4 f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(Real5 f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(Real6 f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static VectorGradient grad(ScalarField f) {
    return new VectorGradient(signature(f));
  }

  /** The gradient of a function. */
  public static <A> Gradient grad(Objective1<A> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static <A, B> Gradient grad(Objective2<A, B> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static <A, B, C> Gradient grad(Objective3<A, B, C> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static <A, B, C, D> Gradient grad(Objective4<A, B, C, D> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static <A, B, C, D, E> Gradient grad(Objective5<A, B, C, D, E> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static <A, B, C, D, E, F> Gradient grad(Objective6<A, B, C, D, E, F> f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static Gradient grad(Method f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static Gradient grad(MethodHandle f) {
    return gradient(f);
  }

  /** The gradient of a function. */
  public static Gradient grad(Target f) {
    return gradient(f);
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(Real2 f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(Real3 f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(Real4 f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(Real5 f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(Real6 f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndVectorGradient valueAndGrad(ScalarField f) {
    return new ValueAndVectorGradient(new VectorGradient(signature(f)));
  }

  /** The value and the gradient of a function in one go. */
  public static <A> ValueAndGradient valueAndGrad(Objective1<A> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static <A, B> ValueAndGradient valueAndGrad(Objective2<A, B> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static <A, B, C> ValueAndGradient valueAndGrad(Objective3<A, B, C> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static <A, B, C, D> ValueAndGradient valueAndGrad(Objective4<A, B, C, D> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static <A, B, C, D, E> ValueAndGradient valueAndGrad(Objective5<A, B, C, D, E> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static <A, B, C, D, E, F> ValueAndGradient valueAndGrad(Objective6<A, B, C, D, E, F> f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndGradient valueAndGrad(Method f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndGradient valueAndGrad(MethodHandle f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The value and the gradient of a function in one go. */
  public static ValueAndGradient valueAndGrad(Target f) {
    return new ValueAndGradient(gradient(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Real2 f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Real3 f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Real4 f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Real5 f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Real6 f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(ScalarField f) {
    return new Hessian(signature(f));
  }

  /** The matrix of second partial derivatives. */
  public static Hessian hessian(Target f) {
    return new Hessian(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Real2 f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Real3 f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Real4 f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Real5 f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Real6 f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(ScalarField f) {
    return new Hvp(signature(f));
  }

  /** The Hessian times a vector. */
  public static Hvp hvp(Target f) {
    return new Hvp(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Real2 f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Real3 f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Real4 f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Real5 f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Real6 f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(ScalarField f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The derivative along a direction. */
  public static DirectionalDerivative directional(Target f) {
    return new DirectionalDerivative(signature(f));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(Real2 f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(Real3 f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(Real4 f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(Real5 f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(Real6 f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The sum of the pure second derivatives. */
  public static Laplacian laplacian(ScalarField f) {
    return new Laplacian(new Hessian(signature(f)));
  }

  /** The matrix of first partial derivatives of a function of a vector. */
  public static Jacobian jacobian(VectorField f) {
    return new Jacobian(signature(f));
  }

  /** Jacobian times vector. */
  public static Jvp jvp(VectorField f) {
    return new Jvp(signature(f));
  }

  /** Vector times Jacobian. */
  public static Vjp vjp(VectorField f) {
    return new Vjp(signature(f));
  }

  /** The matrix of first partial derivatives of a function of one real variable. */
  public static Jacobian jacobian(Curve f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives. */
  public static Jacobian jacobian(Target f) {
    return new Jacobian(signature(f));
  }

  /** Jacobian times vector. */
  public static Jvp jvp(Curve f) {
    return new Jvp(signature(f));
  }

  /** Jacobian times vector. */
  public static Jvp jvp(Target f) {
    return new Jvp(signature(f));
  }

  /** Vector times Jacobian. */
  public static Vjp vjp(Curve f) {
    return new Vjp(signature(f));
  }

  /** Vector times Jacobian. */
  public static Vjp vjp(Target f) {
    return new Vjp(signature(f));
  }

  /** The derivative of a function of one parameter of any shape, along a direction. */
  public static <A> Differential<A> jvp(Objective1<A> f) {
    return new Differential<>(signature(f));
  }

  /** The Hessian of a function of one parameter of any shape, times a direction. */
  public static <A> HessianProduct<A> hvp(Objective1<A> f) {
    return new HessianProduct<>(signature(f));
  }

  /** A value the derivative treats as constant. */
  public static <V extends Active<V>> V constant(V x) {
    return x.detach();
  }
}
