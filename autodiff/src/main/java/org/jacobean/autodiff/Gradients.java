package org.jacobean.autodiff;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.tier.Signature;

/** The part of {@link Diff} for gradients of functions with one number as their result. */
abstract class Gradients {
  static Signature signature(Object function) {
    return Signature.of(Functions.target(function));
  }

  private static Gradient gradient(Object f) {
    Signature s = signature(f);
    return new Gradient(s, Arguments.all(s));
  }

  /** The derivative of a function of one real variable. */
  public static Derivative derivative(Real1 f) {
    return new Derivative(signature(f));
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
}
