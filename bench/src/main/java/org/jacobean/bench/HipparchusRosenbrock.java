package org.jacobean.bench;

import org.hipparchus.analysis.differentiation.Gradient;

/** The gradient of Rosenbrock's function with Hipparchus' numbers that carry derivatives. */
final class HipparchusRosenbrock {
  private HipparchusRosenbrock() {}

  static double gradient(double[] x) {
    Gradient s = Gradient.constant(x.length, 0);
    Gradient next = Gradient.variable(x.length, 0, x[0]);
    for (int i = 0; i < x.length - 1; i++) {
      Gradient here = next;
      next = Gradient.variable(x.length, i + 1, x[i + 1]);
      Gradient a = here.negate().add(1);
      Gradient b = next.subtract(here.multiply(here));
      s = s.add(a.multiply(a)).add(b.multiply(b).multiply(100));
    }
    return s.getPartialDerivative(0);
  }
}
