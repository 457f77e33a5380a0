package org.jacobean.autodiff;

/** Value and gradient of a function with any parameters in one go. */
public final class ValueAndGradient {
  private final Gradient gradient;

  ValueAndGradient(Gradient gradient) {
    this.gradient = gradient;
  }

  public ValueAndGradient wrt(String... names) {
    return new ValueAndGradient(gradient.wrt(names));
  }

  public ValueAndGradient wrt(int... positions) {
    return new ValueAndGradient(gradient.wrt(positions));
  }

  public Valued at(Object... args) {
    return gradient.valueAt(args);
  }

  public String explain() {
    return gradient.explain();
  }

  @Override
  public String toString() {
    return "a value and its gradient; at(…) gives both at a point";
  }
}
