package org.jacobean.autodiff;

import org.jacobean.autodiff.function.Target;
import org.jspecify.annotations.Nullable;

/** The part of {@link Diff} for second and higher derivatives. */
abstract class HigherOrders extends Maps {
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

  /** The Hessian of a function of one parameter of any shape, times a direction. */
  public static <A> HessianProduct<A> hvp(Objective1<A> f) {
    return new HessianProduct<>(signature(f));
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

  /**
   * The matrix of second partial derivatives of a function whose variables meet in small groups.
   * The pattern is found at the first point.
   */
  public static SparseHessian sparseHessian(ScalarField f) {
    return sparseHessian(f, null);
  }

  /** The same with a pattern that is known. */
  public static SparseHessian sparseHessian(ScalarField f, @Nullable Sparsity pattern) {
    return new SparseHessian(signature(f), pattern);
  }

  /** The derivative of any order of a function of one real variable, by Taylor arithmetic. */
  public static Real1 derivative(Real1 f, int order) {
    return x -> taylor(f, x, order).derivative(order);
  }

  /** The Taylor polynomial of a function of one real variable at a point. */
  public static Taylor taylor(Real1 f, double x, int order) {
    return Taylor.of(new Point(f, x), new double[] {1}, order);
  }

  /** The Taylor polynomial of t ↦ f(x + t·direction) at 0. */
  public static Taylor taylor(ScalarField f, double[] x, double[] direction, int order) {
    return Taylor.of(Point.of(f, x), direction, order);
  }

  /** The k-th derivative at x, taken along k directions one after the other. */
  public static double mixed(ScalarField f, double[] x, double[]... directions) {
    return Taylor.mixed(Point.of(f, x), directions);
  }
}
