package org.jacobean.autodiff;

import org.jacobean.autodiff.function.Target;
import org.jspecify.annotations.Nullable;

/** The part of {@link Diff} for derivatives along directions and of results with many numbers. */
abstract class Maps extends Gradients {
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

  /** The matrix of first partial derivatives of a function of a vector. */
  public static Jacobian jacobian(VectorField f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives of a function of one real variable. */
  public static Jacobian jacobian(Curve f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives; the result may be an array or a record. */
  public static <R> Jacobian jacobian(Vector2<R> f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives; the result may be an array or a record. */
  public static <R> Jacobian jacobian(Vector3<R> f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives; the result may be an array or a record. */
  public static <R> Jacobian jacobian(Vector4<R> f) {
    return new Jacobian(signature(f));
  }

  /** The matrix of first partial derivatives. */
  public static Jacobian jacobian(Target f) {
    return new Jacobian(signature(f));
  }

  /**
   * The matrix of first partial derivatives of a function of anything made of numbers, by the named
   * parameters or by all.
   */
  public static <A, R> ShapedJacobian jacobian(Mapping1<A, R> f, String... wrt) {
    return ShapedJacobian.of(signature(f), wrt);
  }

  /**
   * The matrix of first partial derivatives of a function of anything made of numbers, by the named
   * parameters or by all.
   */
  public static <A, B, R> ShapedJacobian jacobian(Mapping2<A, B, R> f, String... wrt) {
    return ShapedJacobian.of(signature(f), wrt);
  }

  /**
   * The matrix of first partial derivatives of a function whose results depend on few variables
   * each. The pattern is found at the first point.
   */
  public static SparseJacobian sparseJacobian(VectorField f) {
    return sparseJacobian(f, null);
  }

  /** The same with a pattern that is known. */
  public static SparseJacobian sparseJacobian(VectorField f, @Nullable Sparsity pattern) {
    return new SparseJacobian(signature(f), pattern);
  }

  /** Jacobian times vector. */
  public static Jvp jvp(VectorField f) {
    return new Jvp(signature(f));
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
  public static Vjp vjp(VectorField f) {
    return new Vjp(signature(f));
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
}
