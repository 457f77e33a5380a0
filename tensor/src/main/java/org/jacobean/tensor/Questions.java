package org.jacobean.tensor;

/** Comparisons: 1 for yes, 0 for no, and no derivative. */
final class Questions {
  private Questions() {}

  private interface Test {
    boolean holds(double x, double y);
  }

  private static Tensor ask(Tensor a, Tensor b, Test test) {
    return Elementwise.compare(
        a,
        b,
        (x, y, r, n) -> {
          for (int i = 0; i < n; i++) r[i] = test.holds(x[i], y[i]) ? 1 : 0;
        });
  }

  static Tensor ge(Tensor a, Tensor b) {
    return ask(a, b, (x, y) -> x >= y);
  }

  static Tensor gt(Tensor a, Tensor b) {
    return ask(a, b, (x, y) -> x > y);
  }

  static Tensor eq(Tensor a, Tensor b) {
    return ask(a, b, (x, y) -> x == y);
  }

  static Tensor ne(Tensor a, Tensor b) {
    return ask(a, b, (x, y) -> x != y);
  }
}
