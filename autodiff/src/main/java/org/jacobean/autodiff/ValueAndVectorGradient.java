package org.jacobean.autodiff;

/** Value and gradient of a function of one vector or of several numbers in one go. */
public final class ValueAndVectorGradient {
  private final VectorGradient gradient;

  ValueAndVectorGradient(VectorGradient gradient) {
    this.gradient = gradient;
  }

  /** A value and the gradient there. */
  public record At(double value, double[] gradient) {}

  public At at(double... x) {
    double[] g = new double[x.length];
    double value = gradient.at(x, g);
    return new At(value, g);
  }

  /** Writes the gradient into an array and returns the value; allocates nothing. */
  public double at(double[] x, double[] into) {
    return gradient.at(x, into);
  }

  public ValueAndGradient wrt(String... names) {
    return new ValueAndGradient(gradient.wrt(names));
  }

  public String explain() {
    return gradient.explain();
  }

  @Override
  public String toString() {
    return "a value and its gradient; at(…) gives both at a point";
  }
}
