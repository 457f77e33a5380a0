package org.jacobean.display.live;

import java.util.Arrays;
import org.jacobean.autodiff.ValueAndVectorGradient;

/** A function with its gradient, as the live views ask for them. */
@FunctionalInterface
public interface Slopes {

  /** Writes the gradient at a point and returns the value. */
  double at(double[] point, double[] gradient);

  static Slopes of(ValueAndVectorGradient f) {
    return f::at;
  }

  /** The same, with NaN where the function has no value or no derivative. */
  default double orNothing(double[] point, double[] gradient) {
    try {
      return at(point, gradient);
    } catch (RuntimeException nothing) {
      Arrays.fill(gradient, Double.NaN);
      return Double.NaN;
    }
  }
}
