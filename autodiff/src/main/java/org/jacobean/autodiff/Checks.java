package org.jacobean.autodiff;

/** The part of {@link Diff} that holds derivatives against numbers and explains them. */
abstract class Checks extends HigherOrders {
  /** Numeric differentiation: {@code numeric.central(f, x)} and its like. */
  public static final Numeric numeric = new Numeric();

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(Real1 f, double x1) {
    return GradCheck.of(new Point(f, x1));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(Real2 f, double x1, double x2) {
    return GradCheck.of(new Point(f, x1, x2));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(Real3 f, double x1, double x2, double x3) {
    return GradCheck.of(new Point(f, x1, x2, x3));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(Real4 f, double x1, double x2, double x3, double x4) {
    return GradCheck.of(new Point(f, x1, x2, x3, x4));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(
      Real5 f, double x1, double x2, double x3, double x4, double x5) {
    return GradCheck.of(new Point(f, x1, x2, x3, x4, x5));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(
      Real6 f, double x1, double x2, double x3, double x4, double x5, double x6) {
    return GradCheck.of(new Point(f, x1, x2, x3, x4, x5, x6));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(ScalarField f, double... x) {
    return GradCheck.of(Point.of(f, x));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static <A> GradCheck gradCheck(Objective1<A> f, A a) {
    return GradCheck.of(new Point(f, a));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static <A, B> GradCheck gradCheck(Objective2<A, B> f, A a, B b) {
    return GradCheck.of(new Point(f, a, b));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static <A, B, C> GradCheck gradCheck(Objective3<A, B, C> f, A a, B b, C c) {
    return GradCheck.of(new Point(f, a, b, c));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static <A, B, C, D> GradCheck gradCheck(Objective4<A, B, C, D> f, A a, B b, C c, D d) {
    return GradCheck.of(new Point(f, a, b, c, d));
  }

  /** The automatic gradient beside differences and complex steps, number by number. */
  public static GradCheck gradCheck(org.jacobean.autodiff.function.Target f, Object... arguments) {
    return GradCheck.of(new Point(f, arguments));
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(Real1 f, double x1) {
    return NotFinite.of(new Point(f, x1).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(Real2 f, double x1, double x2) {
    return NotFinite.of(new Point(f, x1, x2).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(Real3 f, double x1, double x2, double x3) {
    return NotFinite.of(new Point(f, x1, x2, x3).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(Real4 f, double x1, double x2, double x3, double x4) {
    return NotFinite.of(new Point(f, x1, x2, x3, x4).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(
      Real5 f, double x1, double x2, double x3, double x4, double x5) {
    return NotFinite.of(new Point(f, x1, x2, x3, x4, x5).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(
      Real6 f, double x1, double x2, double x3, double x4, double x5, double x6) {
    return NotFinite.of(new Point(f, x1, x2, x3, x4, x5, x6).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(ScalarField f, double... x) {
    return NotFinite.of(Point.of(f, x).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static <A> NotFinite explainNaN(Objective1<A> f, A a) {
    return NotFinite.of(new Point(f, a).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static <A, B> NotFinite explainNaN(Objective2<A, B> f, A a, B b) {
    return NotFinite.of(new Point(f, a, b).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static <A, B, C> NotFinite explainNaN(Objective3<A, B, C> f, A a, B b, C c) {
    return NotFinite.of(new Point(f, a, b, c).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static <A, B, C, D> NotFinite explainNaN(Objective4<A, B, C, D> f, A a, B b, C c, D d) {
    return NotFinite.of(new Point(f, a, b, c, d).graph());
  }

  /** Where NaN or infinity first arises in the value and in the derivative. */
  public static NotFinite explainNaN(org.jacobean.autodiff.function.Target f, Object... arguments) {
    return NotFinite.of(new Point(f, arguments).graph());
  }
}
